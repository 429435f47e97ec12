import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { readCsv } from "./read.ts";
import { DELIMITERS } from "./sniff.ts";
import { type CsvCell, csvRow, csvStream, guardFormula } from "./write.ts";

describe("writing a CSV row", () => {
  it("quotes by RFC 4180 and ends with CRLF", () => {
    expect(csvRow(["a", 'say "hi"', "x,y", "one\ntwo", "one\rtwo", "", " b"])).toBe(
      'a,"say ""hi""","x,y","one\ntwo","one\rtwo",," b"\r\n',
    );
    expect(csvRow(["x,y", "x;y"], ";")).toBe('x,y;"x;y"\r\n');
  });

  it("writes every kind of cell plainly", () => {
    const cells: CsvCell[] = [
      1.5,
      -7,
      10n,
      true,
      null,
      undefined,
      new Date("2026-03-01T08:00:00Z"),
      Number.NaN,
    ];
    expect(csvRow(cells)).toBe("1.5,-7,10,true,,,2026-03-01T08:00:00.000Z,\r\n");
  });

  it.each(["=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠"])(
    "puts a ' before text that begins with %j",
    (first) => {
      const [written] = readCsv(`h;i\r\n${csvRow([`${first}1+1`, "x"], ";")}`, ";").rows;
      expect(written?.cells[0]).toBe(`'${first}1+1`);
    },
  );

  it("keeps negative numbers as numbers and guards text that only looks like one", () => {
    expect(csvRow([-5, "-5", "+46 70 123", '=HYPERLINK("x")'])).toBe(
      `-5,'-5,'+46 70 123,"'=HYPERLINK(""x"")"\r\n`,
    );
    expect(csvRow(["a=b", "a-b", "'=1", "1-2"])).toBe("a=b,a-b,'=1,1-2\r\n");
  });
});

describe("writing a CSV file", () => {
  it("begins with a byte order mark when asked to, also without rows", async () => {
    expect(await written([["a"], ["Å"]], { bom: true })).toBe("\ufeffa\r\nÅ\r\n");
    expect(await written([], { bom: true })).toBe("\ufeff");
    expect(await written([["a"]], {})).toBe("a\r\n");
  });

  it("takes rows as they come and gives them on in pieces", async () => {
    async function* rows() {
      for (let i = 0; i < 1001; i++) yield [i, `row ${i}`];
    }
    const pieces = [];
    for await (const piece of csvStream(rows())) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join("")).toBe(Array.from({ length: 1001 }, (_, i) => `${i},row ${i}\r\n`).join(""));
  });
});

describe("what was written", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(..."\"';,\t|=+-@ \r\n\0aÅ😀\u00a0\ufeff") }),
  );
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }));

  it("is read back the same, but for the guard, with any cells and any delimiter", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(...DELIMITERS), fc.boolean(), async (rows, delimiter, bom) => {
        const header = Array.from({ length: rows[0]?.length ?? 2 }, (_, i) => `h${i}`);
        const text = await written([header, ...rows], { delimiter, bom });
        const read = readCsv(text, delimiter);
        expect(read.header).toEqual(header);
        expect(read.rows.map((row) => row.cells)).toEqual(
          rows
            .filter((row) => row.some((value) => guardFormula(value).trim() !== ""))
            .map((row) => row.map(guardFormula)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("is understood without being told the delimiter", async () => {
    const wide = table.filter((rows) => (rows[0]?.length ?? 0) > 1);
    await fc.assert(
      fc.asyncProperty(wide, fc.constantFrom(...DELIMITERS), async (rows, delimiter) => {
        const header = (rows[0] ?? []).map((_, i) => `h${i}`);
        const text = await written([header, ...rows], { delimiter });
        expect(readCsv(text).delimiter).toBe(delimiter);
      }),
    );
  });

  it("survives the way through bytes", async () => {
    const rows = [
      ["namn", "ort"],
      ["Åsa", "Ålesund; norr"],
      ['Bo "Bosse"', "😀"],
    ];
    const text = await written(rows, { delimiter: ";", bom: true });
    const { header, rows: read } = readCsv(decode(Buffer.from(text)).text);
    expect([header, ...read.map((row) => row.cells)]).toEqual(rows);
  });
});

async function written(rows: CsvCell[][], style: Parameters<typeof csvStream>[1]): Promise<string> {
  let text = "";
  for await (const piece of csvStream(rows, style)) text += piece;
  return text;
}
