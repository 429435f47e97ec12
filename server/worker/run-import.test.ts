import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { contacts, imports } from "#db/schema/index.ts";
import { DomainError } from "#server/errors.ts";
import { failImport } from "#server/import/fail.ts";
import { noteProgress } from "#server/import/note-progress.ts";
import { startImport } from "#server/import/start.ts";
import { uploadFile } from "#server/import/upload.ts";
import { refusal } from "#server/refusal.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { runImportTask } from "./run-import.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");

async function started(text = "email\nbo@kund.example\n"): Promise<string> {
  rt.setNow(testNow);
  return fjordline.run(async (ctx) => {
    const file = { kind: "contacts" as const, fileName: "customers.csv", bytes: Buffer.from(text) };
    const { id } = await uploadFile(ctx, file);
    await startImport(ctx, { importId: id });
    return id;
  });
}

const find = async (id: string) =>
  (await fjordline.run((ctx) => ctx.db.select().from(imports).where(eq(imports.id, id))))[0]!;

describe("the task of an import", () => {
  it("brings the rows in and notes how far it came", async () => {
    const importId = await started();
    await runImportTask(rt, { workspaceId: fjordline.id, importId });
    expect(await find(importId)).toMatchObject({ state: "done", rowsDone: 1 });
    expect(await fjordline.run((ctx) => ctx.db.$count(contacts))).toBe(1);
  });

  it("throws what stopped it while trying again may help, and leaves the import running", async () => {
    const importId = await started("email\neva@kund.example\n");
    const broken = { ...rt, connection: { ...rt.connection } };
    let calls = 0;
    Object.defineProperty(broken.connection, "db", {
      get: () => {
        if (calls++ === 0) throw new Error("connection lost");
        return rt.connection.db;
      },
    });
    await expect(runImportTask(broken, { workspaceId: fjordline.id, importId })).rejects.toThrow("lost");
    expect(await find(importId)).toMatchObject({ state: "running", failure: null });
  });
});

describe("an import that failed", () => {
  const lost = new Error("connection lost");

  it("is given up when it was tried for ten minutes, with words that blame nobody and tell nothing", async () => {
    const importId = await started();
    rt.setNow(new Date(testNow.getTime() + 9 * 60_000));
    expect(await fjordline.run((ctx) => failImport(ctx, { importId, error: lost }))).toBe(false);
    rt.setNow(new Date(testNow.getTime() + 11 * 60_000));
    expect(await fjordline.run((ctx) => failImport(ctx, { importId, error: lost }))).toBe(true);
    const { state, failure } = await find(importId);
    expect(state).toBe("failed");
    expect(failure).toBe(refusal("importOurs"));
  });

  it("is given up at once, in its own words, when the file is to blame", async () => {
    const importId = await started();
    const error = new DomainError("INVALID", refusal("columnEmail"));
    expect(await fjordline.run((ctx) => failImport(ctx, { importId, error }))).toBe(true);
    expect((await find(importId)).failure).toBe(refusal("columnEmail"));
  });

  it("stays as it was for another workspace, and so does how far it came", async () => {
    const importId = await started();
    const error = new DomainError("INVALID", refusal("columnScore"));
    expect(await nordlys.run((ctx) => failImport(ctx, { importId, error }))).toBe(false);
    await nordlys.run((ctx) => noteProgress(ctx, { importId, rowsDone: 7 }));
    expect(await find(importId)).toMatchObject({ state: "running", rowsDone: 0, failure: null });
    await fjordline.run((ctx) => noteProgress(ctx, { importId, rowsDone: 7 }));
    expect((await find(importId)).rowsDone).toBe(7);
  });
});
