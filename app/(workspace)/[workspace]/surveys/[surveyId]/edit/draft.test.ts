import { expect, it } from "vitest";
import { type Draft, same, textsOf, withLabel, withText } from "./draft.ts";

const empty: Draft = {
  name: "Yearly",
  touchpoint: "",
  kind: "relationship",
  tone: "informal",
  texts: {},
  drivers: [],
};

it("a text that is written and emptied again leaves nothing behind", () => {
  const written = withText(empty, "sv", "question", "Skulle du?");
  expect(textsOf(written)).toEqual({ sv: { question: "Skulle du?" } });
  expect(same(written, empty)).toBe(false);
  const emptied = withText(written, "sv", "question", "");
  expect(textsOf(emptied)).toEqual({});
  expect(same(emptied, empty)).toBe(true);
});

it("a reason keeps its key while its words are typed, language by language", () => {
  const draft = { ...empty, drivers: [{ id: "price", labels: {} }] };
  const named = withLabel(withLabel(draft, "price", "sv", "Pris"), "price", "da", "Pris");
  expect(named.drivers).toEqual([{ id: "price", labels: { sv: "Pris", da: "Pris" } }]);
  expect(withLabel(named, "price", "da", "").drivers).toEqual([{ id: "price", labels: { sv: "Pris" } }]);
  expect(same(draft, named)).toBe(false);
});

it("the order in which texts were written makes no difference", () => {
  const one = withText(withText(empty, "sv", "question", "A"), "da", "subject", "B");
  const other = withText(withText(empty, "da", "subject", "B"), "sv", "question", "A");
  expect(same(one, other)).toBe(true);
  expect(same(one, { ...other, name: "Monthly" })).toBe(false);
});
