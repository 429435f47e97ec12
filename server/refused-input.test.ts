import { expect, it } from "vitest";
import { z } from "zod";
import { sayRefusal } from "./i18n/say-refusal.ts";
import { refusal } from "./refusal.ts";
import { refusalOf } from "./refused-input.ts";

const saidOf = (schema: z.ZodType, input: unknown) =>
  sayRefusal("en", refusalOf(schema.safeParse(input).error!.issues[0]!));

it.each([
  ["a refusal of the schema's own", z.string().max(3, refusal("word")), "long", "Write a word."],
  ["what is absent", z.string(), undefined, "Fill this in."],
  ["what is empty", z.string().min(1), "", "Fill this in."],
  ["what is too short", z.string().min(8), "abc", "This needs 8 characters or more."],
  ["what is too long", z.string().max(2), "abc", "This can have 2 characters at most. Shorten it."],
  ["too many of them", z.array(z.int()).max(1), [1, 2], "Choose 1 at most."],
  ["too few of them", z.array(z.int()).min(2), [1], "Choose 2 at least."],
  ["a number too large", z.int().max(1000), 1001, "Write a number of 1,000 at most."],
  ["a number too small", z.int().min(3), 2, "Write a number of 3 at least."],
  ["no address", z.email(), "anna", "This is no e-mail address. Write it like anna@example.com."],
  ["another kind of thing", z.int(), "three", "This cannot be read here. Load the page anew and try again."],
  ["what nobody offered", z.enum(["a"]), "b", "This cannot be read here. Load the page anew and try again."],
])("%s is said with the way out", (_, schema, input, said) => {
  expect(saidOf(schema, input)).toBe(said);
});
