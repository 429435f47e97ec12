import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { countsOf, isScore, SCORES } from "../nps/groups.ts";
import { formatNps, npsOf } from "../nps/score.ts";
import { decode } from "./decode.ts";
import { openCsv, readCsv } from "./read.ts";
import { recognise } from "./recognise.ts";

// Public texts that are not part of the project (STATS.md 5): beside it on some machines, absent on others.
const file = ["../../../shared/data", "/work/shared/data"]
  .map((folder) => new URL(`${folder}/ba_airline_reviews.csv.gz`, import.meta.url))
  .find((url) => existsSync(url));

describe.skipIf(file === undefined)("3,830 real airline reviews", () => {
  const packed = file === undefined ? Buffer.alloc(0) : readFileSync(file);
  const bytes = file === undefined ? packed : gunzipSync(packed);
  const { text, encoding, damaged } = decode(bytes);

  it("are recognised packed and unpacked, and are UTF-8", () => {
    expect(recognise(packed)).toBe("compressed");
    expect(recognise(bytes)).toBe("text");
    expect({ encoding, damaged }).toEqual({ encoding: "utf-8", damaged: 0 });
  });

  it("have their header and every row read right", () => {
    const { delimiter, header, rows } = readCsv(text);
    expect(delimiter).toBe(",");
    expect(header).toHaveLength(19);
    expect(header.slice(0, 6)).toEqual(["date", "rating", "title", "country", "review", "aircraft"]);
    expect(rows).toHaveLength(3830);
    expect(rows.filter((row) => row.shape !== "fits")).toEqual([]);
    expect(rows.filter((row) => !/^\d{4}-\d\d-\d\d$/.test(row.cells[0] ?? ""))).toEqual([]);
    expect(rows.filter((row) => !["yes", "no"].includes(row.cells[17] ?? ""))).toEqual([]);
  });

  it("are the same in batches", async () => {
    const source = openCsv(text);
    const rows = [];
    for await (const batch of source.batches(500)) rows.push(...batch);
    expect(rows).toEqual(readCsv(text).rows);
  });

  it("make an NPS of −47 from 3,825 ratings, five being blank", () => {
    const { header, rows } = readCsv(text);
    const ratings = rows.map((row) => row.cells[header.indexOf("rating")] ?? "");
    const scores = ratings
      .filter((rating) => rating !== "")
      .map(Number)
      .filter(isScore);
    const counts = countsOf(SCORES.map((score) => scores.filter((other) => other === score).length));
    expect(ratings.filter((rating) => rating === "")).toHaveLength(5);
    expect(counts).toEqual({ detractors: 2465, passives: 703, promoters: 657 });
    expect(npsOf(counts)).toBeCloseTo(-47.267974, 6);
    expect(formatNps(npsOf(counts))).toBe("\u221247");
  });
});
