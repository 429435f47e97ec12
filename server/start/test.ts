import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { buildIfNeeded, forgetRouteTypes } from "./build.ts";
import { failedTests } from "./failed-tests.ts";
import { root } from "./root.ts";
import { elapsed, say, wordsOf } from "./say.ts";
import { type Count, countPlaywright, countVitest, sum } from "./test-counts.ts";

process.exit(await main());

/** `npm test`: types, lint, unit and integration tests, browser tests. Returns the exit code; a check counts as one test. */
async function main(): Promise<number> {
  const results = mkdtempSync(join(tmpdir(), "svar-test-"));
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  forgetRouteTypes();
  await run("next", ["typegen"], { env, quiet: true });
  const counts = [
    ...(await Promise.all([
      check("types", "tsc", ["--noEmit"]),
      check("lint", "biome", ["check", "--error-on-warnings", "."]),
    ])),
    await unitTests(join(results, "unit.json"), env),
    ...(await browserTests(join(results, "browser.json"), env)),
  ];
  for (const failed of failedTests(readReport(join(results, "unit.json")))) say("failed", failed);
  rmSync(results, { recursive: true, force: true });
  const { passed, failed, skipped } = sum(counts);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 ? 1 : 0;
}

async function check(name: string, program: string, args: string[]): Promise<Count> {
  const began = performance.now();
  const { code, output } = await run(program, args, { env: process.env, quiet: true });
  say(name, code === 0 ? `right (${elapsed(began)})` : `wrong (${elapsed(began)})\n${output}`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function unitTests(file: string, env: NodeJS.ProcessEnv): Promise<Count> {
  say("tests", "unit and integration, on a PostgreSQL of their own");
  const { code } = await run(
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    { env },
  );
  return countVitest(readReport(file), code);
}

async function browserTests(file: string, env: NodeJS.ProcessEnv): Promise<Count[]> {
  try {
    await buildIfNeeded(say);
  } catch (error) {
    console.error(wordsOf(error));
    return [{ passed: 0, failed: 1, skipped: 0 }];
  }
  say("tests", "in the browser, on the whole product");
  const { code } = await run("playwright", ["test", "--reporter=list,json"], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  return [countPlaywright(readReport(file), code)];
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
