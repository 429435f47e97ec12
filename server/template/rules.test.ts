import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillIn, isOnlyTemplate, unfilledIn, unknownIn } from "./rules.ts";

const thanks =
  "Dear {{first_name}},\n\nThank you for telling us. We look into it.\n\n{{agent_name}}, {{workspace}}";
const filled = fillIn(thanks, { first_name: "Anna", agent_name: "Bo Friis", workspace: "Fjordline" });

describe("filling in", () => {
  it("writes what is known, and leaves what is not to be seen", () => {
    expect(filled).toBe("Dear Anna,\n\nThank you for telling us. We look into it.\n\nBo Friis, Fjordline");
    expect(unfilledIn(filled)).toEqual([]);
    const half = fillIn(thanks, { first_name: null, agent_name: "" });
    expect(unfilledIn(half)).toEqual(["{{first_name}}", "{{agent_name}}", "{{workspace}}"]);
  });

  it("takes a value as it is, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        expect(fillIn("<{{first_name}}>", { first_name: name })).toBe(`<${name}>`);
      }),
    );
  });

  it("knows what it does not know", () => {
    expect(unknownIn("{{first_name}} {{ score }} {{shoe_size}} {{}} {x}")).toEqual(["{{shoe_size}}"]);
  });
});

describe("a sentence of one's own", () => {
  it.each([
    ["the template alone", filled, true],
    ["with other spaces", filled.replaceAll("\n\n", "\n"), true],
    ["and a word", `${filled} Bye`, true],
    ["and a sentence after it", `${filled}\n\nI called the warehouse myself.`, false],
    ["and a sentence before it", `What a pity about Tuesday!\n${filled}`, false],
    [
      "and a sentence within it",
      filled.replace(
        "Dear Anna,",
        "Dear Anna,\n\nI called the warehouse about your two crates and the valve.",
      ),
      false,
    ],
    ["written anew", "Dear Anna, I called the warehouse.", false],
    ["changed in its middle", filled.replace("We look into it.", "I asked the driver about Tuesday."), false],
    ["nothing", "", false],
  ])("%s", (_, reply, only) => {
    expect(isOnlyTemplate(reply, [thanks])).toBe(only);
  });

  it("is not asked for by a mere greeting", () => {
    expect(isOnlyTemplate("Hello Anna", ["Hello {{first_name}}", "{{first_name}}"])).toBe(false);
  });

  it("is not asked for without templates", () => {
    fc.assert(fc.property(fc.string(), (reply) => !isOnlyTemplate(reply, [])));
  });
});

it("what stands in braces may have some space around it; braces around nothing but space do not take long", () => {
  expect(fillIn("Dear {{  name }}", { name: "Anna" })).toBe("Dear Anna");
  expect(unknownIn(`{{${" ".repeat(5_000)}`.repeat(20))).toEqual([]);
});
