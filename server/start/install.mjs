// Runs before every npm script, on whatever Node the machine has (20 or newer) and with nothing installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const modules = join(root, "node_modules");
const node = join(modules, ".bin", process.platform === "win32" ? "node.cmd" : "node");

const reason = whyInstall();
if (reason) await install(reason);

/** Why the libraries must be installed (again), or null when they are what package-lock.json says. */
function whyInstall() {
  if (Number(process.versions.node.split(".")[0]) < 20)
    fail(`Svar needs Node 20 or newer to begin with; this is ${process.version}.`);
  if (!existsSync(modules)) return "first start";
  const wanted = packagesOf(join(root, "package-lock.json"));
  const have = packagesOf(join(modules, ".package-lock.json"));
  if (!wanted || !have) return "the last install was cut short";
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "" || entry.link) continue;
    const installed = have[path];
    if (!installed && !mayBeMissing(entry)) return `${path.replace(/^.*node_modules\//, "")} is missing`;
    if (installed && installed.version !== entry.version) return "package-lock.json has changed";
  }
  return existsSync(node) ? null : "Node 24 is missing";
}

/** Packages for other machines, and what only development needs where a single production process runs. */
function mayBeMissing(entry) {
  const production = /^pre(web|worker|migrate|svar)$/.test(process.env.npm_lifecycle_event ?? "");
  return entry.optional || entry.devOptional || entry.peer || (entry.dev && production);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}

async function install(why) {
  say(`installing the libraries (${why})…`);
  const began = Date.now();
  const ticker = setInterval(() => say(`still installing, ${seconds(began)}`), 5_000);
  let result = await npm("ci");
  // Also when the registry lacks a package that only other machines need and the lock does not name it.
  if (result.code !== 0 && /EUSAGE/.test(result.output)) result = await npm("install", "--no-save");
  clearInterval(ticker);
  if (result.code !== 0) {
    fail(
      `${result.output}\nnpm could not install the libraries; it says why above. Is the npm registry reachable?`,
    );
  }
  const version = spawnSync(node, ["--version"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  }).stdout?.trim();
  if (!version) fail("The libraries are installed, but the Node 24 among them does not run on this machine.");
  say(`done in ${seconds(began)}; from here on Node ${version.slice(1)}`);
}

/** npm is started with the Node it runs on itself: the one in node_modules is about to be replaced. */
function npm(...command) {
  const outer = process.env.npm_node_execpath ?? process.execPath;
  const cli = process.env.npm_execpath;
  // `npm run -s` would silence this npm too.
  const args = [...command, "--no-audit", "--no-fund", "--include=dev", "--loglevel=error"];
  const child = cli?.endsWith(".js")
    ? spawn(outer, [cli, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
    : spawn("npm", args, {
        cwd: root,
        stdio: ["ignore", "pipe", "pipe"],
        shell: process.platform === "win32",
      });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

function seconds(began) {
  return `${Math.round((Date.now() - began) / 1000)} s`;
}

/** To stderr: what a script prints for another program stays clean. */
function say(text) {
  process.stderr.write(`install: ${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
