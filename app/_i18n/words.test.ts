import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");

type Source = { isClient: boolean; imports: string[]; areas: string[]; given: string[] };

const sources = new Map(
  ["app", "server"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => [path, read(path)]),
);
const segments = [...sources.keys()].filter((path) => /\/(?:page|layout)\.tsx$/.test(path));

describe("the words that go to the browser", () => {
  it.each(segments)("are those that %s needs there", (path) => {
    const above = layoutsAbove(path).flatMap((layout) => sources.get(layout)!.given);
    const needed = neededBy(path).filter((area) => !above.includes(area));
    const below = path.endsWith("layout.tsx") ? pagesBelow(path).flatMap(neededBy) : [];
    const given = sources.get(path)!.given;
    expect(
      given.filter((area) => needed.includes(area) || below.includes(area)).sort(),
      "given and needed",
    ).toEqual([...given].sort());
    expect(
      needed.filter((area) => !given.includes(area)),
      "needed and not given",
    ).toEqual([]);
  });
});

/** The areas that components in the browser use, of a page or layout and of what stands in for it when it breaks. */
function neededBy(path: string): string[] {
  const files = [
    path,
    ...(path.endsWith("layout.tsx") ? ["error.tsx", "not-found.tsx", "loading.tsx"] : []).map((name) =>
      join(dirname(path), name),
    ),
  ];
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string, inBrowser: boolean) => {
    const source = sources.get(file);
    const client = inBrowser || source?.isClient === true;
    if (!source || seen.has(`${file} ${client}`)) return;
    seen.add(`${file} ${client}`);
    if (client) for (const area of source.areas) found.add(area);
    for (const it of source.imports) visit(it, client);
  };
  for (const file of files) visit(file, false);
  return [...found].sort();
}

function layoutsAbove(path: string): string[] {
  const folders = dirname(path)
    .split("/")
    .map((_, at, all) => all.slice(0, at + 1).join("/"));
  return folders
    .map((folder) => `${folder}/layout.tsx`)
    .filter((layout) => layout !== path && sources.has(layout));
}

const pagesBelow = (layout: string) =>
  segments.filter((path) => path.startsWith(`${dirname(layout)}/`) && path.endsWith("page.tsx"));

function read(path: string): Source {
  const text = readFileSync(join(root, path), "utf8");
  const imports = [
    ...text.matchAll(
      /^(?:import|export)\s+(?!type\s)(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm,
    ),
  ].flatMap(([, one, other]) => targetOf(path, (one ?? other)!));
  return {
    isClient: text.startsWith('"use client"'),
    imports,
    areas: path.startsWith("app/")
      ? [...text.matchAll(/appTranslator\("(\w+)"\)/g)].map(([, area]) => area!)
      : [],
    given: [...text.matchAll(/(?:withWords\(|<WordsFor areas=\{)\s*\[([^\]]*)\]/g)].flatMap(([, list]) =>
      [...list!.matchAll(/"(\w+)"/g)].map(([, area]) => area!),
    ),
  };
}

function targetOf(from: string, specifier: string): string[] {
  if (specifier.startsWith("#")) return [specifier.slice(1)];
  return specifier.startsWith(".") ? [relative(root, resolve(root, dirname(from), specifier))] : [];
}
