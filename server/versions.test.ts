import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";

/** The lowest versions without a known hole that concerns us (RELIABILITY.md 2.5); raise one here when an advisory says so. */
const lowest: Record<string, string> = {
  next: "16.3.3",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "better-auth": "1.6.22",
  "drizzle-orm": "0.45.2",
  "@trpc/server": "11.8.0",
  nodemailer: "9.0.5",
  "smtp-server": "3.19.0",
  mailparser: "3.9.3",
  "graphile-worker": "0.17.3",
};

/** Another copy of these, which the products of others bring along, need not be as new: what it is used for. */
const elsewhere: Record<string, string> = {};

type Lock = { packages: Record<string, { version?: string }> };
const { packages } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../package-lock.json"), "utf8"),
) as Lock;
const installed = Object.entries(packages).flatMap(([path, { version }]) => {
  const name = path.split("node_modules/").at(-1)!;
  return version && lowest[name] && !elsewhere[path] ? [{ path, name, version }] : [];
});

it("nothing is installed in a version with a known hole", () => {
  expect(installed.length).toBeGreaterThanOrEqual(8);
  expect(installed.filter(({ name, version }) => isBelow(version, lowest[name]!))).toEqual([]);
});

it("versions are compared by their numbers; what comes before a release is below it", () => {
  const below = (a: string, b: string) => [isBelow(a, b), isBelow(b, a)];
  expect(below("9.0.5", "10.0.0")).toEqual([true, false]);
  expect(below("16.3.3-canary.4", "16.3.3")).toEqual([true, false]);
  expect(below("16.3.3", "16.3.3")).toEqual([false, false]);
});

function isBelow(version: string, least: string): boolean {
  const [a, b] = [version, least].map((one) => one.split(/[.-]/, 3).map(Number));
  const at = a!.findIndex((number, place) => number !== b![place]);
  return at < 0 ? version.includes("-") && !least.includes("-") : a![at]! < b![at]!;
}
