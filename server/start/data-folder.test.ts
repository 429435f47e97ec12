import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Holder, holderOf, markOf, takeDataFolder } from "./data-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "svar-lock-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const quietly = () => {};

/** A process of somebody else, until `end`. */
function stranger() {
  const child = spawn("sleep", ["60"]);
  return {
    pid: child.pid!,
    end: () => new Promise((resolve) => child.once("close", resolve).kill("SIGKILL")),
  };
}

function writeLock(holder: Partial<Holder> & { pid: number; began: string | null }): void {
  const whole: Holder = {
    kind: "product",
    state: "ready",
    since: "2026-11-23T08:00:00.000Z",
    parts: [],
    ...holder,
  };
  writeFileSync(join(folder, "svar.lock"), JSON.stringify(whole));
}

describe("the data folder", () => {
  it("is taken, shows its holder, and is free again", async () => {
    const taken = await takeDataFolder(folder, "product", quietly);
    taken.note({ state: "ready" });
    expect(holderOf(folder)).toMatchObject({ pid: process.pid, kind: "product", state: "ready" });
    taken.release();
    expect(holderOf(folder)).toBeNull();
  });

  it("is refused while another Svar runs on it, naming its process and DATA_DIR", async () => {
    const other = stranger();
    writeLock(markOf(other.pid));
    await expect(takeDataFolder(folder, "product", quietly)).rejects.toThrow(
      new RegExp(`process ${other.pid}.*DATA_DIR`),
    );
    await other.end();
  });

  it("is waited for while its holder stops", async () => {
    const other = stranger();
    writeLock({ ...markOf(other.pid), state: "stopping" });
    const told: string[] = [];
    const taking = takeDataFolder(folder, "product", (text) => told.push(text));
    await expect.poll(() => told).toEqual([`waiting for process ${other.pid} to finish stopping`]);
    await other.end();
    (await taking).release();
  });

  it("is taken from a killed holder, together with what that left running", async () => {
    const dead = stranger();
    const left = markOf(dead.pid);
    await dead.end();
    const orphan = stranger();
    writeLock({ ...left, parts: [markOf(orphan.pid), { pid: left.pid, began: left.began }] });
    const taken = await takeDataFolder(folder, "product", quietly);
    expect(taken.leftovers).toEqual([markOf(orphan.pid)]);
    taken.release();
    await orphan.end();
  });

  it("is taken when the holder's number belongs to a later process by now", async () => {
    const other = stranger();
    writeLock({ pid: other.pid, began: "long ago" });
    (await takeDataFolder(folder, "product", quietly)).release();
    await other.end();
  });

  it("is taken when the lock was torn in the middle of writing", async () => {
    writeFileSync(join(folder, "svar.lock"), '{"pid":');
    (await takeDataFolder(folder, "product", quietly)).release();
  });
});
