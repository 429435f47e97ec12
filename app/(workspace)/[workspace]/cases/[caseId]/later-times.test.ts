import { expect, it } from "vitest";
import { inWords, laterTimes } from "./later-times.ts";

const at = (now: string) => laterTimes(new Date(now), "Europe/Copenhagen").map((one) => one.at);

it("offers an hour from now, the next morning and Monday morning, on the workspace's clock", () => {
  expect(at("2026-11-25T22:58:10Z")).toEqual(["2026-11-26T01:00", "2026-11-26T09:00", "2026-11-30T09:00"]);
  expect(at("2026-11-25T23:30:00Z")).toEqual(["2026-11-26T01:30", "2026-11-27T09:00", "2026-11-30T09:00"]);
});

it("offers Monday once, and the one after on a Monday", () => {
  expect(at("2026-11-29T10:00:00Z")).toEqual(["2026-11-29T12:00", "2026-11-30T09:00"]);
  expect(at("2026-11-30T10:00:00Z").at(-1)).toBe("2026-12-07T09:00");
});

it("leaves nothing to guess", () => {
  expect(inWords("2026-12-01T09:00")).toBe("Tuesday 1 December at 09:00");
  expect(inWords("")).toBe("");
});
