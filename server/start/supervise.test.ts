import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { isAlive, untilGone } from "#db/embedded/os-process.ts";
import { type Part, supervise } from "./supervise.ts";

const running: Part[] = [];
afterEach(() => Promise.all(running.splice(0).map((part) => part.stop(0))));

/** A supervised process that runs `script`, with what has been heard of it. */
function supervised(script: string) {
  const heard = {
    lines: [] as string[],
    pids: [] as number[],
    ends: [] as { how: string; againInMs: number }[],
  };
  const part = supervise({
    name: "trial",
    args: ["--input-type=module", "-e", script],
    env: process.env,
    onLine: (line) => heard.lines.push(line),
    onStart: (pid) => heard.pids.push(pid),
    onEnd: (how, againInMs) => heard.ends.push({ how, againInMs }),
  });
  running.push(part);
  return { part, heard };
}

/** The environment that the product's processes insist on. */
const whole = {
  DATABASE_URL: "postgres://svar@127.0.0.1:1/svar",
  SMTP_URL: "smtp://127.0.0.1:1",
  SVAR_SECRET: "q3J0m9ZbS1vX7yRkTn5wLd8hPc2fGa6e",
};

const stays = `setInterval(() => {}, 1000);`;

describe("a supervised process", () => {
  it("is started again after it ended, each time after a longer pause", async () => {
    const { part, heard } = supervised(`console.log("up"); process.exit(3);`);
    await expect.poll(() => heard.ends.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    expect(heard.ends.slice(0, 3)).toEqual(
      [250, 500, 1_000].map((againInMs) => ({ how: "ended with code 3", againInMs })),
    );
    expect(new Set(heard.pids).size).toBeGreaterThanOrEqual(3);
    expect(part.deaths()).toBeGreaterThanOrEqual(3);
    expect(heard.lines).toContain("up");
  });

  it("is started again after a kill -9", async () => {
    const { heard } = supervised(`console.log("up"); ${stays}`);
    await expect.poll(() => heard.lines).toEqual(["up"]);
    process.kill(heard.pids[0]!, "SIGKILL");
    await expect.poll(() => heard.lines).toEqual(["up", "up"]);
    expect(heard.ends).toEqual([{ how: "was ended by SIGKILL", againInMs: 250 }]);
  });

  it("is let finish when it is stopped, and not started again", async () => {
    const { part, heard } = supervised(`
      process.on("SIGTERM", () => setTimeout(() => { console.log("drained"); process.exit(0); }, 300));
      console.log("up");
      ${stays}`);
    await expect.poll(() => heard.lines).toEqual(["up"]);
    await part.stop(5_000);
    expect(heard.lines).toEqual(["up", "drained"]);
    expect(heard.ends).toEqual([]);
    expect(isAlive(heard.pids[0]!)).toBe(false);
  });

  it("is killed when it does not finish in time", async () => {
    const { part, heard } = supervised(`process.on("SIGTERM", () => {}); console.log("up"); ${stays}`);
    await expect.poll(() => heard.lines).toEqual(["up"]);
    await part.stop(200);
    expect(isAlive(heard.pids[0]!)).toBe(false);
  });

  it("starts afresh when told to, which is no death", async () => {
    const { part, heard } = supervised(`console.log("up"); ${stays}`);
    await expect.poll(() => heard.lines).toEqual(["up"]);
    part.restart();
    await expect.poll(() => heard.lines).toEqual(["up", "up"]);
    expect(part.deaths()).toBe(0);
  });
});

describe("a process whose supervisor is killed", () => {
  it("drains and ends by itself", async () => {
    const preload = join(import.meta.dirname, "preload.ts");
    const folder = mkdtempSync(join(tmpdir(), "svar-supervise-test-"));
    const child = `
      import fs from "node:fs";
      process.on("SIGTERM", () => {
        setInterval(() => console.log("ending"), 50);
        setTimeout(() => { fs.writeFileSync(${JSON.stringify(join(folder, "drained"))}, ""); process.exit(0); }, 300);
      });
      console.log("pid " + process.pid);
      ${stays}`;
    const supervisor = spawn(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `const { supervise } = await import(${JSON.stringify(join(import.meta.dirname, "supervise.ts"))});
         supervise({ name: "trial", args: ["--import", ${JSON.stringify(preload)}, "--input-type=module", "-e", ${JSON.stringify(child)}],
           env: process.env, onLine: (line) => console.log(line), onStart() {}, onEnd() {} });`,
      ],
      { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...whole } },
    );
    const [line] = await once(supervisor.stdout.setEncoding("utf8"), "data");
    const pid = Number(/pid (\d+)/.exec(line)?.[1]);
    expect(pid).toBeGreaterThan(1);
    expect(isAlive(pid)).toBe(true);
    supervisor.kill("SIGKILL");
    expect(await untilGone(pid, 5_000)).toBe(true);
    expect(existsSync(join(folder, "drained"))).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
