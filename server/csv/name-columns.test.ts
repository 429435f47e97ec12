import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameColumns } from "./name-columns.ts";

describe("the names of columns", () => {
  it("stay as they are when they are good", () => {
    expect(nameColumns(["Name", "E-mail", "Ålder"])).toEqual(["Name", "E-mail", "Ålder"]);
  });

  it("are trimmed and on one line", () => {
    expect(nameColumns([" Name ", "E-mail\r\naddress", "a\u00a0\u200bb", "A\u030ar"])).toEqual([
      "Name",
      "E-mail address",
      "a b",
      "År",
    ]);
  });

  it("are numbered where they are blank or alike, without taking another column's name", () => {
    expect(nameColumns(["Name", "", "name", "Name"])).toEqual(["Name", "#2", "name (2)", "Name (3)"]);
    expect(nameColumns(["a", "a", "a (2)"])).toEqual(["a", "a (3)", "a (2)"]);
    expect(nameColumns(["", "#1"])).toEqual(["#1 (2)", "#1"]);
  });

  it("are as many as the cells, never blank, never alike", () => {
    const cell = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom("", " ", "a", "A", "a (2)", "#2"));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        const names = nameColumns(cells);
        expect(names).toHaveLength(cells.length);
        expect(names.filter((name) => name.trim() === "")).toEqual([]);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(cells.length);
      }),
    );
  });
});
