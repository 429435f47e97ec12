import { expect, it } from "vitest";
import { problemAt, problemsOf, typed } from "./problems.ts";

it("a refused form says what is wrong at which field", () => {
  const several = problemsOf(
    { message: "[…]", data: { fields: [{ path: "name", message: "Write a name." }] } },
    "not reached",
  );
  expect(several).toEqual([{ fieldId: "name", message: "Write a name." }]);
  expect(problemAt(several, "name")).toBe("Write a name.");
  expect(problemAt(several, "slug")).toBeUndefined();
  expect(problemsOf({ message: "Taken.", data: { field: "slug" } }, "not reached")).toEqual([
    { fieldId: "slug", message: "Taken." },
  ]);
});

it("a server that was not reached is told in our words, not the browser's", () => {
  expect(problemsOf({ message: "Failed to fetch" }, "not reached")).toEqual([{ message: "not reached" }]);
  expect(problemsOf(null, "not reached")).toEqual([]);
});

it("reads what was typed", () => {
  const form = new FormData();
  form.set("name", "Fjordline");
  expect([typed(form, "name"), typed(form, "other")]).toEqual(["Fjordline", ""]);
});
