import { expect, it } from "vitest";
import { reviewSiteIn } from "./review-sites.ts";

it("places for public reviews are known by their addresses", () => {
  expect(reviewSiteIn("Thank you! https://dk.Trustpilot.com/evaluate/fjordline.dk")).toBe("trustpilot");
  expect(reviewSiteIn("Tell a friend: https://fjordline.example/refer")).toBeNull();
});
