import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { caseMessages, outboundMails } from "#db/schema/index.ts";
import { causeNamed } from "#server/test/causes.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { addNote } from "./add-note.ts";
import { assignCase } from "./assign.ts";
import { closeCase } from "./close.ts";
import { getCase } from "./queries.ts";
import { sendReply } from "./send-reply.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const ida = await makeMember(rt, fjordline, "agent", "Ida Holm");
beforeEach(() => rt.setNow(testNow));

const aMomentPasses = () => rt.setNow(new Date(rt.clock().getTime() + 1000));

/** A case, and what Bo has seen of it when he begins to write. */
async function begun() {
  const { caseId, contact } = await makeOpenCase(rt, fjordline);
  const { events } = await fjordline.run((ctx) => getCase(ctx, { caseId }));
  aMomentPasses();
  const send = (seen: string | null = events[0]!.id, by = bo) =>
    fjordline.run((ctx) => sendReply(ctx, { caseId, text: "Dear Anna", seen }), by);
  const said = (direction: "in" | "out" | "note", over: Partial<typeof caseMessages.$inferInsert> = {}) =>
    fjordline.run(async (ctx) => {
      const id = newId(ctx.now.getTime());
      const message = { workspaceId: ctx.workspaceId, id, caseId, direction, text: "New", at: ctx.now };
      await ctx.db.insert(caseMessages).values({ ...message, ...over });
      return id;
    });
  const mails = () =>
    fjordline.run((ctx) =>
      ctx.db
        .select()
        .from(outboundMails)
        .where(and(eq(outboundMails.caseId, caseId), eq(outboundMails.kind, "case_reply"))),
    );
  return { caseId, contact, send, said, mails };
}

it("sends nothing while the customer's new mail is unseen, and tells of it", async () => {
  const { send, said, mails } = await begun();
  const id = await said("in");
  expect(await send()).toMatchObject({ sent: false, newer: [{ id, kind: "mail", who: null, text: "New" }] });
  expect(await mails()).toEqual([]);
  expect(await send(id)).toMatchObject({ sent: true });
  expect(await mails()).toHaveLength(1);
});

it("stops at a colleague's reply, note and closing, in their names", async () => {
  const { send, caseId, mails } = await begun();
  await fjordline.run((ctx) => addNote(ctx, { caseId, text: "I called them." }), ida);
  aMomentPasses();
  expect(await send(undefined, ida)).toMatchObject({ sent: true });
  aMomentPasses();
  await fjordline.run(
    async (ctx) => closeCase(ctx, { caseId, causeId: await causeNamed(ctx), outcome: "Called" }),
    ida,
  );
  const stopped = await send();
  if (stopped.sent) throw new Error("sent");
  expect(stopped.newer.map(({ kind, who }) => [kind, who])).toEqual([
    ["note", "Ida Holm"],
    ["reply", "Ida Holm"],
    ["closed", "Ida Holm"],
  ]);
  expect(await mails()).toHaveLength(1);
});

it("does not stop at what the writer did, at an auto-reply, or at a new owner", async () => {
  const { send, said, caseId } = await begun();
  await fjordline.run((ctx) => addNote(ctx, { caseId, text: "Mine" }), bo);
  await said("in", { automatic: true });
  await fjordline.run((ctx) => assignCase(ctx, { caseId, assigneeId: bo.id }), ida);
  expect(await send()).toMatchObject({ sent: true });
});

it("lets one of two who send at once through; the other hears of it", async () => {
  for (let round = 0; round < 5; round++) {
    const { send, mails } = await begun();
    const both = await Promise.all([send(undefined, bo), send(undefined, ida)]);
    expect(both.map(({ sent }) => sent).sort()).toEqual([false, true]);
    expect(await mails()).toHaveLength(1);
  }
});
