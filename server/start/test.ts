import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { buildIfNeeded, forgetRouteTypes } from "./build.ts";
import { beginningOf, failedTests } from "./failed-tests.ts";
import { root } from "./root.ts";
import { elapsed, say, wordsOf } from "./say.ts";
import { type Count, countPlaywright, countVitest, sum } from "./test-counts.ts";

process.exit(await main());

/** How many tests a part of the run was, and what failed in words where the part itself says it long before the end. */
type Outcome = { count: Count; failures: string[] };

/** `npm test`: types, lint, unit and integration tests, browser tests. Returns the exit code; a check counts as one test. */
async function main(): Promise<number> {
  const results = mkdtempSync(join(tmpdir(), "svar-test-"));
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  forgetRouteTypes();
  await run("next", ["typegen"], { env, quiet: true });
  const outcomes = [
    ...(await Promise.all([
      check("types", "tsc", ["--noEmit"]),
      check("lint", "biome", ["check", "--error-on-warnings", "."]),
    ])),
    await unitTests(join(results, "unit.json"), env),
    await browserTests(join(results, "browser.json"), env),
  ];
  rmSync(results, { recursive: true, force: true });
  for (const failure of outcomes.flatMap(({ failures }) => failures)) say("failed", failure);
  const { passed, failed, skipped } = sum(outcomes.map(({ count }) => count));
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 ? 1 : 0;
}

async function check(name: string, program: string, args: string[]): Promise<Outcome> {
  const began = performance.now();
  const { code, output } = await run(program, args, { env: process.env, quiet: true });
  say(name, code === 0 ? `right (${elapsed(began)})` : `wrong (${elapsed(began)})\n${output}`);
  return code === 0
    ? { count: { passed: 1, failed: 0, skipped: 0 }, failures: [] }
    : { count: { passed: 0, failed: 1, skipped: 0 }, failures: [`${name}\n${beginningOf(output)}`] };
}

async function unitTests(file: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  say("tests", "unit and integration, on a PostgreSQL of their own");
  const { code } = await run(
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    { env },
  );
  const report = readReport(file);
  return { count: countVitest(report, code), failures: failedTests(report) };
}

/** Playwright is the last to run and names what failed itself. */
async function browserTests(file: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  try {
    await buildIfNeeded(say);
  } catch (error) {
    console.error(wordsOf(error));
    return { count: { passed: 0, failed: 1, skipped: 0 }, failures: [] };
  }
  say("tests", "in the browser, on the whole product");
  const { code } = await run("playwright", ["test", "--reporter=list,json"], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  return { count: countPlaywright(readReport(file), code), failures: [] };
}

/** Runs a program of node_modules/.bin; what it prints is shown, or when `quiet` returned. */
async function run(
  program: string,
  args: string[],
  { env, quiet = false }: { env: NodeJS.ProcessEnv; quiet?: boolean },
) {
  const stdio = quiet ? ("pipe" as const) : ("inherit" as const);
  const child = spawn(join(root, "node_modules", ".bin", program), args, {
    cwd: root,
    env,
    stdio: ["ignore", stdio, stdio],
  });
  const ended = new Promise<number>((resolve) =>
    child.on("error", () => resolve(1)).on("close", (code) => resolve(code ?? 1)),
  );
  const said = await Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : "")));
  return { code: await ended, output: said.join("") };
}

/** A report that was never written counts as one failure; the exit code says so too. */
function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
