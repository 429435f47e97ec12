import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./start/root.ts";

const documents = ["SECURITY.md", "docs/asvs.md"];

/** What stands in backquotes and begins with a folder of ours is a path. */
const path = /`((?:app|server|db|e2e|bench|docs)\/[^`\s]+)`/g;

describe("documents", () => {
  it.each(documents)("of %s every path is there", (document) => {
    const named = [...readFileSync(join(root, document), "utf8").matchAll(path)].map((found) => found[1]!);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((one) => !existsSync(join(root, one)))).toEqual([]);
  });

  it("name every requirement of ASVS 5.0, levels 1 and 2", () => {
    const text = readFileSync(join(root, "docs/asvs.md"), "utf8");
    const named = new Set(
      text
        .split("\n")
        .filter((line) => line.startsWith("| "))
        .flatMap((line) => numbersIn(line.split("|")[1]!)),
    );
    const missing = sections.flatMap(([section, last]) =>
      Array.from({ length: last }, (_, place) => `${section}.${place + 1}`).filter((one) => !named.has(one)),
    );
    expect(missing).toEqual([]);
  });
});

/** "1.2.6–1.2.8" is all three; "1.2.10 (3)" is one of level 3. */
function numbersIn(cell: string): string[] {
  return cell.split(",").flatMap((part) => {
    const [from, to] = part
      .trim()
      .replace(/ \(3\)$/, "")
      .split("–");
    if (!from || !/^\d+\.\d+\.\d+$/.test(from)) return [];
    const [chapter, section, first] = from.split(".").map(Number);
    const [, last_section, last] = (to ?? from).split(".").map(Number);
    if (section !== last_section) return range(section!, last_section!).flatMap((one) => all(chapter!, one));
    return range(first!, last!).map((one) => `${chapter}.${section}.${one}`);
  });
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, place) => first + place);

const all = (chapter: number, section: number) => {
  const found = sections.find(([one]) => one === `${chapter}.${section}`);
  return range(1, found?.[1] ?? 0).map((one) => `${chapter}.${section}.${one}`);
};

/** Every section with the last of its requirements of level 1 or 2: in each they come before those of level 3. */
const sections: [section: string, last: number][] = [
  ["1.1", 2],
  ["1.2", 9],
  ["1.3", 11],
  ["1.4", 3],
  ["1.5", 2],
  ["2.1", 3],
  ["2.2", 3],
  ["2.3", 4],
  ["2.4", 1],
  ["3.2", 2],
  ["3.3", 4],
  ["3.4", 6],
  ["3.5", 5],
  ["3.7", 2],
  ["4.1", 3],
  ["4.2", 1],
  ["4.3", 2],
  ["4.4", 4],
  ["5.1", 1],
  ["5.2", 3],
  ["5.3", 2],
  ["5.4", 3],
  ["6.1", 3],
  ["6.2", 12],
  ["6.3", 4],
  ["6.4", 4],
  ["6.5", 5],
  ["6.6", 3],
  ["6.8", 4],
  ["7.1", 3],
  ["7.2", 4],
  ["7.3", 2],
  ["7.4", 5],
  ["7.5", 2],
  ["7.6", 2],
  ["8.1", 2],
  ["8.2", 3],
  ["8.3", 1],
  ["8.4", 1],
  ["9.1", 3],
  ["9.2", 4],
  ["10.1", 2],
  ["10.2", 2],
  ["10.3", 4],
  ["10.4", 11],
  ["10.5", 5],
  ["10.6", 2],
  ["10.7", 3],
  ["11.1", 2],
  ["11.2", 3],
  ["11.3", 3],
  ["11.4", 4],
  ["11.5", 1],
  ["11.6", 1],
  ["12.1", 3],
  ["12.2", 2],
  ["12.3", 4],
  ["13.1", 1],
  ["13.2", 5],
  ["13.3", 2],
  ["13.4", 5],
  ["14.1", 2],
  ["14.2", 4],
  ["14.3", 3],
  ["15.1", 3],
  ["15.2", 3],
  ["15.3", 7],
  ["16.1", 1],
  ["16.2", 5],
  ["16.3", 4],
  ["16.4", 3],
  ["16.5", 3],
  ["17.1", 1],
  ["17.2", 4],
  ["17.3", 2],
];
