import { describe, expect, it } from "vitest";
import { DomainError } from "../errors.ts";
import { openCsv, readCsv } from "./read.ts";
import type { CsvRow } from "./rows.ts";

describe("reading CSV", () => {
  it("gives header and rows with the numbers a spreadsheet shows", () => {
    expect(readCsv("namn;ort\r\nÅsa;Ålesund\r\nBo;Bø\r\n")).toEqual({
      delimiter: ";",
      header: ["namn", "ort"],
      rows: [
        { row: 2, line: 2, cells: ["Åsa", "Ålesund"], shape: "fits" },
        { row: 3, line: 3, cells: ["Bo", "Bø"], shape: "fits" },
      ],
    });
  });

  it("counts rows and lines apart where cells hold line breaks of any kind", () => {
    const { rows } = readCsv('a,b\r\n1,"x\r\ny\nz"\r\n2,\r\n3,"\r"\r\n4,');
    expect(rows.map(({ row, line }) => [row, line])).toEqual([
      [2, 2],
      [3, 5],
      [4, 6],
      [5, 8],
    ]);
    expect(rows[0]?.cells[1]).toBe("x\r\ny\nz");
  });

  it("leaves out blank rows but counts them, before the header too", () => {
    const { header, rows } = readCsv("\n;\na;b\n\n1;2\n ; \n;\n3;4\n\n\n");
    expect(header).toEqual(["a", "b"]);
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [5, "1", "2"],
      [8, "3", "4"],
    ]);
  });

  it("tolerates ragged rows and says which they are", () => {
    expect(readCsv("a,b,c\n1\n1,2,3,,\n1,2,3,4\n").rows).toEqual([
      { row: 2, line: 2, cells: ["1", "", ""], shape: "short" },
      { row: 3, line: 3, cells: ["1", "2", "3"], shape: "fits" },
      { row: 4, line: 4, cells: ["1", "2", "3", "4"], shape: "long" },
    ]);
  });

  it.each(["\n", "\r\n", "\r"])("takes %j as the end of a line", (end) => {
    const { header, rows } = readCsv(["a,b", "1,2", "3,4", ""].join(end));
    expect(header).toEqual(["a", "b"]);
    expect(rows.map((row) => row.cells)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("reads quotes as people write them", () => {
    const { rows } = readCsv('a,b\n"x", "y, z"\nthe 12" screen,"say ""hi"""\n"half" quoted,"" ""\n');
    expect(rows.map((row) => row.cells)).toEqual([
      ["x", "y, z"],
      ['the 12" screen', 'say "hi"'],
      ['"half" quoted', '"" ""'],
    ]);
  });

  it("keeps empty cells between tabs", () => {
    expect(readCsv("a\tb\tc\n1\t\t3\n\t2\t\n").rows.map((row) => row.cells)).toEqual([
      ["1", "", "3"],
      ["", "2", ""],
    ]);
  });

  it("passes over a byte order mark and the line sep=", () => {
    expect(readCsv("\ufeffa,b\n1,2").header).toEqual(["a", "b"]);
    const { header, rows } = readCsv("sep=;\r\na;b\r\n1;2\r\n");
    expect(header).toEqual(["a", "b"]);
    expect(rows).toEqual([{ row: 2, line: 3, cells: ["1", "2"], shape: "fits" }]);
  });

  it("divides by the delimiter a person chose", () => {
    expect(readCsv("a,b;c\n1,2;3", ";").header).toEqual(["a,b", "c"]);
  });

  it("has no rows when there is only a header", () => {
    expect(readCsv("a,b")).toMatchObject({ header: ["a", "b"], rows: [] });
  });
});

describe("reading in batches", () => {
  const text = `name,comment\n${Array.from({ length: 2500 }, (_, i) => `Åsa ${i},"😀, line\r\n${"ö".repeat(i % 90)}"`).join("\n\n")}\n`;

  it("gives what reading at once gives", async () => {
    const { header, delimiter, batches } = openCsv(text);
    const rows = [];
    const sizes = [];
    for await (const batch of batches(1000)) {
      rows.push(...batch);
      sizes.push(batch.length);
    }
    expect(sizes).toEqual([1000, 1000, 500]);
    expect({ header, delimiter, rows }).toEqual(readCsv(text));
  });

  it("parts no character, wherever a piece of the text ends", async () => {
    for (const shift of [0, 1]) {
      const emoji = `a,b\n${"x".repeat(shift)},${"😀".repeat(40_000)}\n1,${"😀".repeat(40_000)}\n`;
      const rows = [];
      for await (const batch of openCsv(emoji).batches()) rows.push(...batch);
      expect(rows).toEqual(readCsv(emoji).rows);
    }
  });

  it("can begin again, and be left half-way", async () => {
    const source = openCsv(text);
    for (let time = 0; time < 2; time++) {
      for await (const batch of source.batches(10)) {
        expect(batch[0]?.cells[0]).toBe("Åsa 0");
        break;
      }
    }
  });

  it("tells of a broken row when it gets there, after the good ones", async () => {
    const source = openCsv('a,b\n1,2\n3,4\n5,"open\n');
    const rows: CsvRow[] = [];
    const read = async () => {
      for await (const batch of source.batches(1)) rows.push(...batch);
    };
    await expect(read()).rejects.toThrow('A quotation mark (") that opens in row 4 is never closed.');
    expect(rows).toHaveLength(2);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["an empty file", "", "There is nothing in the file."],
    ["a file of blank rows", "\n;;\n \n", "There is nothing in the file."],
    [
      "a quotation mark that is never closed",
      'a,b\n1,2\n\n3,"x\n4,5',
      'A quotation mark (") that opens in row 4 is',
    ],
    ["too many columns", "a;".repeat(200), "The file has 201 columns; 200 is the most"],
    [
      "a huge cell",
      `a,Comment\n1,2\n3,${"x".repeat(100_001)}`,
      "Row 3, column “Comment” holds more than 100,000",
    ],
    [
      "an endless row",
      `a,b\n1,"${"x\n".repeat(1_100_000)}`,
      "Row 2 does not end within two million characters.",
    ],
  ])("is %s, and the words say what to do", async (_, text, words) => {
    const thrown = failure(() => readCsv(text));
    expect(thrown).toMatchObject({ code: "INVALID", field: "file" });
    expect(thrown.message).toContain(words);
    await expect(readAll(text)).rejects.toThrow(thrown.message);
  });

  it("is nothing at the very limits", () => {
    expect(readCsv(Array(200).fill("a").join(";")).header).toHaveLength(200);
    expect(readCsv(`a,b\n1,${"å".repeat(100_000)}`).rows[0]?.cells[1]).toHaveLength(100_000);
  });
});

function failure(attempt: () => unknown): DomainError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

async function readAll(text: string): Promise<void> {
  for await (const _ of openCsv(text).batches());
}
