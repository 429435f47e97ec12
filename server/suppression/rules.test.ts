import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddresses, usualScope } from "./rules.ts";

describe("a list of addresses", () => {
  it.each([
    ["one on each line", "a@x.se\n\n B@X.se \r\nå@müller.de", ["a@x.se", "b@x.se", "å@xn--mller-kva.de"]],
    ["several on a line", "a@x.se; b@x.se,\tc@x.se", ["a@x.se", "b@x.se", "c@x.se"]],
    ["as mail programs write them", "Åsa Lind <asa@x.se>\nBo <bo@x.se>", ["asa@x.se", "bo@x.se"]],
    ["a column with its heading", "email\na@x.se\nb@x.se", ["a@x.se", "b@x.se"]],
    [
      "a CSV text, whatever column",
      'Navn;E-post;By\nAnna;a@x.se;Oslo\n"Bo; Jr";b@x.se;Bergen',
      ["a@x.se", "b@x.se"],
    ],
    ["the same one twice", "a@x.se\nA@x.se", ["a@x.se"]],
  ])("is read: %s", (_, text, keys) => {
    expect(readAddresses(text)).toEqual({ keys, bad: [] });
  });

  it("tells each line without an address, and takes the others", () => {
    expect(readAddresses("a@x.se\nnobody\nb@x.se; c@")).toMatchObject({
      keys: ["a@x.se", "b@x.se"],
      bad: [
        { line: 2, value: "nobody" },
        { line: 3, value: "c@" },
      ],
    });
  });

  it("loses no line, whatever stands in it", () => {
    const address = fc
      .tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z]{2,8}$/))
      .map(([local, host]) => `${local}@${host}.example`);
    const rubbish = fc.stringMatching(/^[a-z0-9 .!?]{1,20}$/).filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(fc.array(fc.oneof(address, rubbish), { minLength: 1, maxLength: 30 }), (given) => {
        const lines = ["first@list.example", ...given];
        const { keys, bad } = readAddresses(lines.join("\n"));
        const good = new Set(lines.filter((line) => line.includes("@")));
        expect(new Set(keys)).toEqual(good);
        expect(bad.map(({ line }) => lines[line - 1]!.trim())).toEqual(bad.map(({ value }) => value));
        expect(bad).toHaveLength(lines.filter((line) => !line.includes("@")).length);
      }),
    );
  });

  it("of a heading and nothing else has no addresses", () => {
    expect(readAddresses("").keys).toEqual([]);
    expect(readAddresses("email\n").keys).toEqual([]);
  });
});

it("reaches as far as the reason asks for", () => {
  expect(usualScope("opted_out")).toBe("surveys");
  expect(usualScope("imported")).toBe("surveys");
  expect(usualScope("hard_bounce")).toBe("all");
  expect(usualScope("complaint")).toBe("all");
});
