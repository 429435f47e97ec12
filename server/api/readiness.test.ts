import { eq } from "drizzle-orm";
import postgres from "postgres";
import { expect, it } from "vitest";
import { outboundMails } from "#db/schema/index.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { notReady, readiness } from "./readiness.ts";

const rt = await testRuntime();
const minute = 60_000;

it("is ready on a migrated database with nothing due", async () => {
  expect(await readiness(rt)).toEqual({
    ready: true,
    checks: { database: { ok: true }, migrations: { ok: true }, queue: { ok: true, oldestDueSeconds: null } },
  });
});

it("says how long mail has been due, and is not ready when that is too long", async () => {
  const fjordline = await makeWorkspace(rt);
  const dueSince = (minutes: number) =>
    fjordline.run((ctx) =>
      ctx.db
        .update(outboundMails)
        .set({ nextAttemptAt: new Date(Date.now() - minutes * minute) })
        .where(eq(outboundMails.workspaceId, ctx.workspaceId)),
    );
  await fjordline.run((ctx) =>
    enqueueMail(ctx, { kind: "case_alert", toAddress: "maja@fjordline.example", dedupeKey: "one" }),
  );

  await dueSince(2);
  const late = await readiness(rt);
  expect(late.ready).toBe(true);
  expect(late.checks.queue.oldestDueSeconds).toBeGreaterThanOrEqual(119);

  await dueSince(20);
  const stuck = await readiness(rt);
  expect(stuck.ready).toBe(false);
  expect(stuck.checks.queue).toMatchObject({ ok: false, problem: expect.stringContaining("20 minutes") });
  await fjordline.run((ctx) =>
    ctx.db.delete(outboundMails).where(eq(outboundMails.workspaceId, ctx.workspaceId)),
  );
});

it("names the migrations that have not run", async () => {
  const owner = postgres(rt.ownerUrl, { max: 1 });
  const [gone] =
    await owner`DELETE FROM migrations WHERE name = (SELECT max(name) FROM migrations) RETURNING *`;
  const state = await readiness(rt);
  await owner`INSERT INTO migrations ${owner(gone!)}`;
  await owner.end();
  expect(state.ready).toBe(false);
  expect(state.checks.migrations).toMatchObject({ ok: false, problem: expect.stringContaining(gone!.name) });
});

it("says so without an address when the database does not answer", () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED 10.0.0.7:5432"), { code: "ECONNREFUSED" });
  expect(notReady(refused)).toMatchObject({
    ready: false,
    checks: { database: { ok: false, problem: "The database does not answer (ECONNREFUSED)." } },
  });
});
