import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { caseNews, cases, inboundMails, teams } from "#db/schema/index.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { makeCase } from "#server/test/follow-up.ts";
import { SetWorkingTime } from "#server/working-time/schema.ts";
import { setWorkingTime } from "#server/working-time/set.ts";
import { announceLateCases } from "./announce-late.ts";
import { closeCase } from "./close.ts";
import { countReplies } from "./count-replies.ts";
import { giveReply } from "./give-reply.ts";
import { openCase } from "./open.ts";
import { receiveMail } from "./receive.ts";
import { reopenCase } from "./reopen.ts";
import { replyToCase } from "./reply.ts";
import { clockOf } from "./rules.ts";
import { snoozeCase } from "./snooze.ts";
import { wakeDueCases } from "./wake-due.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const email = "anna@customer.example";
const contact = await fjordline.run((ctx) => makeContact(rt, ctx, "Anna", { email, emailKey: email }));
await fjordline.run((ctx) =>
  setWorkingTime(
    ctx,
    SetWorkingTime.parse({
      ...{ teamId: null, timezone: "", calendar: "", customary: false, saturday: "", sunday: "" },
      ...{ monday: "8–16", tuesday: "8–16", wednesday: "8–16", thursday: "8–16", friday: "8–16" },
    }),
  ),
);

/** Copenhagen is an hour ahead: working time is from 7 to 15. */
const at = (time: string) => rt.setNow(new Date(`2026-11-${time}:00Z`));
beforeEach(() => rt.setNow(testNow));

const opened = () =>
  fjordline.run(async (ctx) => {
    const one = await openCase(ctx, {
      ...{ responseId: null, invitationId: null, employee: null, contactId: contact.id },
    });
    return one!.id;
  });
const find = async (caseId: string) => {
  const [one] = await fjordline.run((ctx) => ctx.db.select().from(cases).where(eq(cases.id, caseId)));
  return one!;
};
const due = async (caseId: string) => (await find(caseId)).dueAt.toISOString().slice(8, 16);
const reply = (caseId: string) => fjordline.run((ctx) => replyToCase(ctx, { caseId, text: "Hello" }));
const close = (caseId: string) =>
  fjordline.run(async (ctx) => closeCase(ctx, { caseId, causeId: await causeNamed(ctx), outcome: "Sent" }));

async function customerWrites(caseId: string, ...headers: string[]): Promise<void> {
  const { number } = await find(caseId);
  await fjordline.run(async (ctx) => {
    const id = newId();
    const lines = [
      `From: Anna <${email}>`,
      `Message-ID: <${id}@customer.example>`,
      ...headers,
      "",
      "And now?",
    ];
    const raw = Buffer.from(lines.join("\r\n"));
    await ctx.db.insert(inboundMails).values({
      ...{ workspaceId: ctx.workspaceId, id, purpose: "case", targetNumber: number, mailFrom: email },
      ...{ rcptTo: "case+x@reply.svar.test", raw, sha256: raw.subarray(0, 8), receivedAt: ctx.now },
    });
    await receiveMail(ctx, { inboundMailId: id });
  });
}

describe("the time of a case", () => {
  it("counts working hours from its opening, and is due soon when three quarters are gone", async () => {
    const one = await find(await opened());
    expect(one.dueAt).toEqual(new Date("2026-11-26T09:00:00Z"));
    expect(one.soonAt).toEqual(new Date("2026-11-25T11:00:00Z"));
    expect(clockOf(one, new Date("2026-11-25T10:59:00Z")).kind).toBe("due");
    expect(clockOf(one, new Date("2026-11-25T11:00:00Z")).kind).toBe("soon");
  });

  it("pauses while we wait for the customer, and what is left goes on when they write", async () => {
    const caseId = await opened();
    at("24T09:00");
    await reply(caseId);
    at("27T08:00");
    expect(clockOf(await find(caseId), rt.clock())).toEqual({ kind: "paused" });
    await customerWrites(caseId);
    expect(await due(caseId)).toBe("01T08:00");
    expect((await find(caseId)).firstDueAt).toEqual(new Date("2026-11-26T09:00:00Z"));
    at("30T07:30");
    await customerWrites(caseId);
    expect(await due(caseId)).toBe("01T08:00");
  });

  it("leaves a quarter at least, however late we had answered", async () => {
    const caseId = await opened();
    at("26T14:00");
    await reply(caseId);
    at("27T08:00");
    await customerWrites(caseId);
    expect(await due(caseId)).toBe("27T14:00");
    at("27T09:00");
    await reply(caseId);
    at("30T07:00");
    await customerWrites(caseId);
    expect(await due(caseId)).toBe("30T13:00");
  });

  it("does not move for a machine's mail", async () => {
    const caseId = await opened();
    at("24T09:00");
    await reply(caseId);
    at("25T09:00");
    await customerWrites(caseId, "Auto-Submitted: auto-replied");
    expect(await find(caseId)).toMatchObject({ state: "waiting", firstDueAt: null });
  });

  it("is the first reply's own until that is given", async () => {
    const caseId = await opened();
    at("25T09:00");
    await customerWrites(caseId);
    expect(await due(caseId)).toBe("26T09:00");
    await close(caseId);
    await fjordline.run((ctx) => reopenCase(ctx, { caseId }));
    expect(await due(caseId)).toBe("26T09:00");
  });

  it("begins anew when a closed case comes back", async () => {
    const [theirs, ours] = [await opened(), await opened()];
    at("23T10:00");
    for (const caseId of [theirs, ours]) {
      await reply(caseId);
      await close(caseId);
    }
    at("25T07:00");
    await customerWrites(theirs);
    await fjordline.run((ctx) => reopenCase(ctx, { caseId: ours }));
    for (const caseId of [theirs, ours]) expect(await due(caseId)).toBe("27T15:00");
  });

  it("goes on at once when a reply leaves that the customer has overtaken", async () => {
    const caseId = await opened();
    at("24T09:00");
    const writtenAt = rt.clock();
    const goesOutAt = new Date("2026-11-25T10:00:00Z");
    const hold = { goesOutAt, planned: true, unlessAnswered: false, closing: null, snoozeUntil: null };
    await fjordline.run((ctx) => replyToCase(ctx, { caseId, text: "Hello" }, { hold }));
    at("25T09:00");
    await customerWrites(caseId);
    at("25T10:00");
    await fjordline.run((ctx) => giveReply(ctx, { caseId, at: goesOutAt, writtenAt }));
    const one = await find(caseId);
    expect(one).toMatchObject({ state: "open", firstDueAt: new Date("2026-11-26T09:00:00Z") });
    expect(clockOf(one, rt.clock()).kind).toBe("due");
  });

  it("stands still in an answered case that is back from a snooze, so that nobody hears it is overdue", async () => {
    const caseId = await opened();
    at("24T09:00");
    await reply(caseId);
    at("24T10:00");
    await customerWrites(caseId);
    at("24T11:00");
    await reply(caseId);
    await fjordline.run((ctx) => snoozeCase(ctx, { caseId, until: "2026-11-30T07:00:00Z" }));
    at("30T07:00");
    await fjordline.run((ctx) => wakeDueCases(ctx, { most: 10 }));
    const one = await find(caseId);
    expect([one.state, one.dueAt < rt.clock(), clockOf(one, rt.clock()).kind]).toEqual([
      "open",
      true,
      "owed",
    ]);
    await fjordline.run((ctx) => announceLateCases(ctx, { most: 10 }));
    const told = await fjordline.run((ctx) =>
      ctx.db.$count(caseNews, and(eq(caseNews.caseId, caseId), eq(caseNews.kind, "overdue"))),
    );
    expect(told).toBe(0);
    at("30T08:00");
    await customerWrites(caseId);
    const wrote = await find(caseId);
    expect([wrote.dueAt > rt.clock(), clockOf(wrote, rt.clock()).kind]).toEqual([true, "due"]);
  });

  it("goes on when a colleague opens a case again that waits for its customer", async () => {
    const caseId = await opened();
    at("24T09:00");
    await reply(caseId);
    at("27T08:00");
    await fjordline.run((ctx) => reopenCase(ctx, { caseId }));
    expect(clockOf(await find(caseId), rt.clock()).kind).toBe("due");
    expect(await due(caseId)).toBe("01T08:00");
  });

  it("says what it always said of cases from before, until the customer writes", async () => {
    const caseId = await fjordline.run((ctx) =>
      makeCase(ctx, {
        ...{ openedAt: new Date("2026-11-16T09:00:00Z"), dueAt: new Date("2026-11-17T09:00:00Z") },
        ...{ firstReplyAt: new Date("2026-11-17T08:00:00Z"), state: "open" },
      }),
    );
    const own = and(eq(cases.workspaceId, fjordline.id), eq(cases.id, caseId));
    await fjordline.run((ctx) => ctx.db.update(cases).set({ contactId: contact.id }).where(own));
    expect(clockOf(await find(caseId), rt.clock()).kind).toBe("owed");
    await customerWrites(caseId);
    expect(await due(caseId)).toBe("26T09:00");
  });

  it("leaves the figures of first replies as they were", async () => {
    const nordlys = await makeWorkspace(rt, "Nordlys");
    const survey = await nordlys.run((ctx) => makeSurvey(ctx));
    const openedAt = new Date("2026-11-16T09:00:00Z");
    const moved = (dueDay: string, repliedDay: string) =>
      nordlys.run(async (ctx) => {
        const times = { openedAt, dueAt: new Date("2026-11-30T09:00:00Z") };
        const id = await makeCase(ctx, {
          ...{ ...times, surveyId: survey.id, firstReplyAt: new Date(`2026-11-${repliedDay}T09:00:00Z`) },
        });
        const firstDueAt = new Date(`2026-11-${dueDay}T09:00:00Z`);
        await ctx.db.update(cases).set({ firstDueAt }).where(eq(cases.id, id));
      });
    await moved("17", "18");
    await moved("19", "18");
    expect(await nordlys.run((ctx) => countReplies(ctx, {}))).toMatchObject({
      inTime: 1,
      late: 1,
      overdue: 0,
    });
  });
});

it("a case is counted in the hours of the team whose answer it is about", async () => {
  const teamId = newId();
  const night = { monday: "16–24", tuesday: "16–24", wednesday: "", thursday: "", friday: "" };
  await fjordline.run(async (ctx) => {
    await ctx.db
      .insert(teams)
      .values({ workspaceId: ctx.workspaceId, id: teamId, name: "Night", createdAt: ctx.now });
    const rest = { timezone: "UTC", calendar: "", customary: false, saturday: "", sunday: "" };
    await setWorkingTime(ctx, SetWorkingTime.parse({ teamId, ...night, ...rest }));
  });
  const one = await fjordline.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    const about = await makeCase(ctx, { openedAt: ctx.now, dueAt: ctx.now, surveyId: survey.id, teamId });
    const [made] = await ctx.db.select().from(cases).where(eq(cases.id, about));
    await ctx.db.delete(cases).where(eq(cases.id, about));
    return openCase(ctx, {
      ...{ responseId: made!.responseId, invitationId: null, contactId: null, employee: null },
    });
  });
  expect(one!.dueAt).toEqual(new Date("2026-12-01T16:00:00Z"));
});
