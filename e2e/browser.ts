import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

export type Browser = { executablePath: string; args: string[]; from: string };

/**
 * The Chromium for tests and measurements: CHROMIUM_PATH, else the system's, else Playwright's own, else
 * the one from npm.
 *
 * @throws when CHROMIUM_PATH names no program.
 */
export async function findBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !isProgram(given))
    throw new Error(
      `CHROMIUM_PATH is ${given}, and there is no program there. Correct it, or unset it to use another browser.`,
    );
  if (given) return { executablePath: given, args, from: "CHROMIUM_PATH" };
  const system = systemBrowsers().find(isProgram);
  if (system) return { executablePath: system, args, from: "the system" };
  const own = chromium.executablePath();
  if (existsSync(own)) return { executablePath: own, args, from: "Playwright" };
  const { default: packed } = await import("@sparticuz/chromium");
  return {
    executablePath: await packed.executablePath(),
    args,
    from: "@sparticuz/chromium",
  };
}

/** Nothing is asked of the network by itself; a browser run by root has no sandbox. */
const args = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];

function systemBrowsers(): string[] {
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
  const folders = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder && !folder.includes("node_modules"));
  const mac = ["Chromium", "Google Chrome"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...mac];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
