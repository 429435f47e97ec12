import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createApi } from "#server/api/app.ts";
import { appRouter } from "#server/router.ts";
import { apiWrites, background, downloads, mutations } from "#server/test/audited.ts";
import { testRuntime } from "#server/test/database.ts";
import { actions, families } from "./schema.ts";

const rt = await testRuntime();
const root = resolve(import.meta.dirname, "../..");

const procedures = Object.entries<{ _def: { type: string } }>(appRouter._def.procedures as never)
  .filter(([, procedure]) => procedure._def.type === "mutation")
  .map(([path]) => path);

describe("every act is decided about", () => {
  it("each procedure that changes something leaves an entry, or says why none", () => {
    expect(Object.keys(mutations).sort()).toEqual([...procedures].sort());
    expect(procedures.length).toBeGreaterThan(100);
  });

  it("each write of the REST API too", () => {
    const routes = createApi(rt).routes.filter(({ method }) => !["GET", "ALL"].includes(method));
    const writes = [...new Set(routes.map(({ method, path }) => `${method} ${path}`))];
    expect(Object.keys(apiWrites).sort()).toEqual(writes.sort());
  });

  it("each file that can be downloaded in a workspace too", () => {
    const routes = filesBelow(join(root, "app/(workspace)")).filter((file) => file.endsWith("/route.ts"));
    const giving = routes.filter((file) =>
      /csvResponse\(|content-disposition|downloadHeaders\(/.test(textOf(file)),
    );
    const places = giving.map((file) => relative(join(root, "app/(workspace)/[workspace]"), dirname(file)));
    expect(Object.keys(downloads).sort()).toEqual(places.sort());
  });

  it("an entry that is promised is written by the verb or what it calls", () => {
    const missing = Object.entries(mutations).flatMap(([path, decision]) =>
      Array.isArray(decision)
        ? decision.filter((action) => !isWritten(action, reached(path))).map((action) => `${path}: ${action}`)
        : [],
    );
    expect(missing).toEqual([]);
  });

  it("a download that promises one writes it", () => {
    const missing = Object.entries(downloads).filter(
      ([place, decision]) =>
        Array.isArray(decision) &&
        !decision.every((action) =>
          textOf(join(root, "app/(workspace)/[workspace]", place, "route.ts")).includes(`"${action}"`),
        ),
    );
    expect(missing).toEqual([]);
  });

  it("a verb that promises none writes none", () => {
    const writing = Object.entries(mutations)
      .filter(([, decision]) => !Array.isArray(decision))
      .filter(([path]) => verbsOf(path).some((file) => textOf(file).includes("recordAct(")))
      .map(([path]) => path);
    expect(writing).toEqual([]);
  });

  it("each is of a family that the page can be narrowed to", () => {
    const named = [...new Set(Object.keys(actions).map((action) => action.split(".")[0]))];
    expect(named.sort()).toEqual([...families].sort());
  });

  it("no word of the vocabulary is without an act", () => {
    const used = [mutations, apiWrites, downloads, background].flatMap((list) =>
      Object.values(list).flatMap((decision) => (Array.isArray(decision) ? decision : [])),
    );
    expect(Object.keys(actions).filter((action) => !used.includes(action as never))).toEqual([]);
  });
});

/** The files that a procedure's verbs stand in. */
function verbsOf(path: string): string[] {
  const [area, name] = path.split(".") as [string, string];
  const file = join(
    root,
    `server/${area.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}/router.ts`,
  );
  const text = textOf(file);
  const from = text.indexOf(`\n  ${name}:`);
  expect(from, `${path} in ${file}`).toBeGreaterThan(0);
  const next = text.slice(from + 1).search(/\n {2}[a-zA-Z]+:/);
  const part = next < 0 ? text.slice(from) : text.slice(from, from + 1 + next);
  return importsOf(file)
    .filter(({ names }) => names.some((one) => new RegExp(`\\b${one}\\(`).test(part)))
    .map((one) => one.file);
}

/** Those files and what they import, three steps far. */
function reached(path: string): Set<string> {
  let edge = verbsOf(path);
  const all = new Set(edge);
  for (let step = 0; step < 3; step++) {
    edge = edge.flatMap((file) => importsOf(file).map((one) => one.file)).filter((file) => !all.has(file));
    for (const file of edge) all.add(file);
  }
  return all;
}

/** As it is, or as a family whose end is the kind of change that the domain's own log keeps. */
function isWritten(action: string, files: Set<string>): boolean {
  const family = `\`${action.split(".")[0]}.$`;
  return [...files].some((file) => {
    const text = textOf(file);
    return text.includes("recordAct(") && (text.includes(`"${action}"`) || text.includes(family));
  });
}

function importsOf(file: string): { names: string[]; file: string }[] {
  const found = textOf(file).matchAll(/^import (?!type)(?:\{([^}]*)\}|\w+) from "([#.][^"]+)"/gm);
  return [...found]
    .map(([, names = "", specifier = ""]) => ({
      names: names.split(",").map((name) => name.trim().replace(/^type /, "")),
      file: specifier.startsWith("#") ? join(root, specifier.slice(1)) : join(dirname(file), specifier),
    }))
    .filter((one) => one.file.startsWith(join(root, "server")))
    .filter((one) => !one.file.startsWith(join(root, "server/audit")));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const texts = new Map<string, string>();
function textOf(file: string): string {
  const known = texts.get(file) ?? readFileSync(file, "utf8");
  texts.set(file, known);
  return known;
}
