import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { caseEvents, cases, outboundMails, responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeContact, makeMember, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { openCasesByHand } from "./open-by-hand.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");

async function answer(ctx: Ctx, over: Partial<typeof responses.$inferInsert> = {}): Promise<string> {
  const survey = await makeSurvey(ctx);
  const contact = await makeContact(rt, ctx, `Anna Lindqvist ${newId().slice(-6)}`);
  const [row] = await ctx.db
    .insert(responses)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(),
      surveyId: survey.id,
      contactId: contact.id,
      score: 9,
      evidence: "imported",
      channel: "import",
      locale: "sv",
      answeredAt: ctx.now,
      updatedAt: ctx.now,
      ...over,
    })
    .returning({ id: responses.id });
  return row!.id;
}

const open = (responseIds: string[]) => fjordline.run((ctx) => openCasesByHand(ctx, { responseIds }), bo);

it("an agent opens a case for an answer that opened none, and has it", async () => {
  const id = await fjordline.run((ctx) => answer(ctx));
  const { opened, ...rest } = await open([id]);
  expect(rest).toEqual({ there: 0, nobody: 0 });
  const { one, events, mails } = await fjordline.run(async (ctx) => ({
    one: (await ctx.db.select().from(cases).where(eq(cases.responseId, id)))[0]!,
    events: await ctx.db.select().from(caseEvents),
    mails: await ctx.db.$count(outboundMails),
  }));
  expect(one).toMatchObject({ id: opened[0], state: "open", assigneeId: bo.id });
  expect(events).toMatchObject([{ caseId: one.id, kind: "opened", actorId: bo.id }]);
  expect(mails).toBe(0);
  expect(await open([id, id])).toEqual({ opened: [], there: 1, nobody: 0 });
});

it("two colleagues at once open one case", async () => {
  const id = await fjordline.run((ctx) => answer(ctx));
  const both = await Promise.all([open([id]), open([id])]);
  expect(both.flatMap(({ opened }) => opened)).toHaveLength(1);
  expect(both.reduce((sum, { there }) => sum + there, 0)).toBe(1);
});

it("nobody can be written to behind an answer of nobody known, and a withdrawn one is left alone", async () => {
  const [anonymous, withdrawn] = await fjordline.run(async (ctx) => [
    await answer(ctx, { contactId: null }),
    await answer(ctx, { withdrawnAt: ctx.now }),
  ]);
  expect(await open([anonymous!, withdrawn!])).toEqual({ opened: [], there: 0, nobody: 1 });
});

it("an answer of another workspace is not there", async () => {
  const id = await nordlys.run((ctx) => answer(ctx));
  expect(await open([id])).toEqual({ opened: [], there: 0, nobody: 0 });
  expect(await nordlys.run((ctx) => ctx.db.$count(cases))).toBe(0);
});
