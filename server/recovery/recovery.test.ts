import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { cases, outboundMails, recoveryChecks, responses, workspaces } from "#db/schema/index.ts";
import { closeCase } from "#server/case/close.ts";
import { reopenCase } from "#server/case/reopen.ts";
import { claimDue } from "#server/mail/claim.ts";
import { optOut } from "#server/response/opt-out.ts";
import { suppressContact } from "#server/suppression/suppress-contact.ts";
import { causeNamed } from "#server/test/causes.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeMember, makeWorkspace } from "#server/test/factories.ts";
import { askAllDueChecks } from "#server/worker/all-workspaces.ts";
import { askDueChecks } from "./ask-due.ts";
import { callOffCheck } from "./call-off.ts";
import { lookAhead } from "./plan.ts";
import { getRecovery } from "./queries.ts";

const rt = await testRuntime();
beforeEach(() => rt.setNow(testNow));
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");

const days = (n: number) => rt.setNow(new Date(testNow.getTime() + n * 86_400_000));
const close = (caseId: string, askRecovery?: boolean) =>
  fjordline.run(
    async (ctx) =>
      closeCase(ctx, { caseId, causeId: await causeNamed(ctx), outcome: "Sent again", askRecovery }),
    bo,
  );
const checksOf = (caseId: string) =>
  fjordline.run((ctx) => ctx.db.select().from(recoveryChecks).where(eq(recoveryChecks.caseId, caseId)));
const mailsOf = (caseId: string) =>
  fjordline.run((ctx) =>
    ctx.db
      .select()
      .from(outboundMails)
      .where(and(eq(outboundMails.caseId, caseId), eq(outboundMails.kind, "recovery_check"))),
  );
const stateOf = async (caseId: string) =>
  (await fjordline.run((ctx) => getRecovery(ctx, { caseId }))).checks.map(({ state }) => state);

describe("closing a case", () => {
  it("plans the question for nine o'clock a fortnight later", async () => {
    const { caseId } = await makeOpenCase(rt, fjordline);
    const due = new Date("2026-12-07T08:00:00Z");
    expect(await fjordline.run((ctx) => lookAhead(ctx, { caseId }))).toEqual({ dueAt: due, obstacle: null });
    expect((await close(caseId)).checkAt).toEqual(due);
    expect(await checksOf(caseId)).toMatchObject([{ dueAt: due, askedAt: null, cancelledAt: null }]);
    expect(await stateOf(caseId)).toEqual([{ kind: "planned" }]);
  });

  it("plans none when whoever closes says so, the workspace does not ask, or the customer must not be written to", async () => {
    const quiet = await makeOpenCase(rt, fjordline);
    expect((await close(quiet.caseId, false)).checkAt).toBeNull();

    const never = await makeWorkspace(rt, "Stille");
    const { caseId } = await makeOpenCase(rt, never);
    await never.run((ctx) => ctx.db.update(workspaces).set({ recoveryDays: 0 }));
    expect(await never.run((ctx) => lookAhead(ctx, { caseId }))).toBe("off");
    const closed = await never.run(async (ctx) =>
      closeCase(ctx, { caseId, causeId: await causeNamed(ctx), outcome: "x" }),
    );
    expect(closed.checkAt).toBeNull();

    const stopped = await makeOpenCase(rt, fjordline);
    await fjordline.run((ctx) => optOut(ctx, stopped.invitation.number));
    expect(await fjordline.run((ctx) => lookAhead(ctx, stopped))).toMatchObject({ obstacle: "stopped" });
    expect((await close(stopped.caseId)).checkAt).toBeNull();

    const nobody = await makeOpenCase(rt, fjordline);
    await fjordline.run((ctx) =>
      ctx.db.update(cases).set({ contactId: null }).where(eq(cases.id, nobody.caseId)),
    );
    expect((await close(nobody.caseId)).checkAt).toBeNull();
    for (const one of [quiet, stopped, nobody]) expect(await checksOf(one.caseId)).toEqual([]);
  });

  it("plans one although another question waits to go out now: that will be long ago", async () => {
    const made = await makeOpenCase(rt, fjordline);
    await question(made, "queued", null);
    expect((await close(made.caseId)).checkAt).not.toBeNull();
  });

  it("plans one for after a break that is over by then", async () => {
    const pausing = await makeOpenCase(rt, fjordline);
    const until = new Date("2026-12-01T00:00:00Z");
    await fjordline.run((ctx) =>
      suppressContact(ctx, { contactId: pausing.contact.id, reason: "opted_out", source: "page", until }),
    );
    expect((await close(pausing.caseId)).checkAt).not.toBeNull();
  });
});

describe("asking", () => {
  it("sends one mail when it is time, however many workers look", async () => {
    const { caseId, contact } = await makeOpenCase(rt, fjordline);
    await close(caseId);
    days(13);
    await askAllDueChecks(rt);
    expect(await mailsOf(caseId)).toEqual([]);
    days(14);
    await Promise.all([askAllDueChecks(rt), askAllDueChecks(rt), askAllDueChecks(rt)]);
    await askAllDueChecks(rt);
    expect(await mailsOf(caseId)).toMatchObject([{ toAddress: contact.email, state: "queued" }]);
    const [check] = await checksOf(caseId);
    expect(check!.expiresAt!.getTime() - check!.askedAt!.getTime()).toBe(30 * 86_400_000);
    expect(await stateOf(caseId)).toEqual([{ kind: "asked" }]);
  });

  it.each([
    ["stopped", ({ invitation }: Made) => fjordline.run((ctx) => optOut(ctx, invitation.number, 3))],
    [
      "withdrawn",
      ({ responseId }: Made) =>
        fjordline.run((ctx) =>
          ctx.db.update(responses).set({ withdrawnAt: ctx.now }).where(eq(responses.id, responseId)),
        ),
    ],
    ["asked_otherwise", (made: Made) => question(made, "queued", null)],
    ["asked_otherwise", (made: Made) => question(made, "sent", 10)],
    [
      "too_late",
      async () => {
        days(22);
      },
    ],
  ] as const)("is given up as %s, and it is kept why", async (because, meanwhile) => {
    const made = await makeOpenCase(rt, fjordline);
    await close(made.caseId);
    days(14);
    await meanwhile(made);
    await askAllDueChecks(rt);
    expect(await mailsOf(made.caseId)).toEqual([]);
    expect(await stateOf(made.caseId)).toEqual([{ kind: "cancelled", because }]);
  });

  it("goes on when the last question is more than a week ago", async () => {
    const made = await makeOpenCase(rt, fjordline);
    await close(made.caseId);
    await question(made, "sent", 6);
    days(14);
    await askAllDueChecks(rt);
    expect(await mailsOf(made.caseId)).toHaveLength(1);
  });

  it("happens to one customer at most once within the gap between two questions", async () => {
    const first = await makeOpenCase(rt, fjordline);
    const second = await makeOpenCase(rt, fjordline);
    await fjordline.run((ctx) =>
      ctx.db.update(cases).set({ contactId: first.contact.id }).where(eq(cases.id, second.caseId)),
    );
    await close(first.caseId);
    days(1);
    await close(second.caseId);
    days(16);
    await askAllDueChecks(rt);
    const states = [...(await stateOf(first.caseId)), ...(await stateOf(second.caseId))];
    expect(states).toEqual([{ kind: "asked" }, { kind: "cancelled", because: "checked_lately" }]);
  });

  it("is stopped at the last moment by a wish that came after it was put into the outbox", async () => {
    const { caseId, invitation } = await makeOpenCase(rt, fjordline);
    await close(caseId);
    days(14);
    await askAllDueChecks(rt);
    await fjordline.run((ctx) => optOut(ctx, invitation.number));
    await claimDue(rt.connection.db, { limit: 1000, at: rt.clock() });
    expect(await mailsOf(caseId)).toMatchObject([{ state: "suppressed" }]);
    expect(await stateOf(caseId)).toEqual([{ kind: "cancelled", because: "stopped" }]);
  });
});

describe("what is planned", () => {
  it("is called off by a colleague, once, and by reopening the case", async () => {
    const one = await makeOpenCase(rt, fjordline);
    await close(one.caseId);
    await fjordline.run((ctx) => callOffCheck(ctx, { caseId: one.caseId }), bo);
    expect(await checksOf(one.caseId)).toMatchObject([
      { cancelledBecause: "called_off", cancelledBy: bo.id },
    ]);
    const again = fjordline.run((ctx) => callOffCheck(ctx, { caseId: one.caseId }));
    await expect(again).rejects.toMatchObject({ code: "CONFLICT" });

    const other = await makeOpenCase(rt, fjordline);
    await close(other.caseId);
    await fjordline.run((ctx) => reopenCase(ctx, { caseId: other.caseId }));
    await close(other.caseId);
    expect(await stateOf(other.caseId)).toEqual([
      { kind: "cancelled", because: "reopened" },
      { kind: "planned" },
    ]);
  });

  it("is taken out of the outbox as long as it has not left, and stays asked once it may have", async () => {
    const waiting = await makeOpenCase(rt, fjordline);
    const gone = await makeOpenCase(rt, fjordline);
    for (const { caseId } of [waiting, gone]) await close(caseId);
    days(14);
    await askAllDueChecks(rt);
    const [left] = await mailsOf(gone.caseId);
    await fjordline.run((ctx) =>
      ctx.db
        .update(outboundMails)
        .set({ state: "sending", dataStartedAt: ctx.now })
        .where(eq(outboundMails.id, left!.id)),
    );
    for (const { caseId } of [waiting, gone]) await fjordline.run((ctx) => reopenCase(ctx, { caseId }));
    expect(await mailsOf(waiting.caseId)).toMatchObject([{ state: "cancelled" }]);
    expect(await stateOf(waiting.caseId)).toEqual([{ kind: "cancelled", because: "reopened" }]);
    expect(await mailsOf(gone.caseId)).toMatchObject([{ state: "sending" }]);
    expect(await stateOf(gone.caseId)).toEqual([{ kind: "asked" }]);
  });
});

it("the score that a customer gives next after the closing stands beside the one before", async () => {
  const { caseId, contact, invitation } = await makeOpenCase(rt, fjordline);
  await close(caseId);
  const next = () => fjordline.run((ctx) => getRecovery(ctx, { caseId })).then((found) => found.next);
  expect(await next()).toBeNull();
  const scored = (score: number, day: number) =>
    fjordline.run((ctx) =>
      ctx.db.insert(responses).values({
        ...{
          workspaceId: ctx.workspaceId,
          id: newId(),
          surveyId: invitation.surveyId,
          contactId: contact.id,
        },
        ...{ score, evidence: "confirmed", channel: "email", locale: "en", updatedAt: ctx.now },
        answeredAt: new Date(testNow.getTime() + day * 86_400_000),
      }),
    );
  await scored(1, -1);
  await scored(10, 90);
  await scored(8, 40);
  expect(await next()).toMatchObject({ score: 8, before: 3 });
});

it("another workspace sees, plans and cancels nothing of it", async () => {
  const { caseId } = await makeOpenCase(rt, fjordline);
  await close(caseId);
  days(14);
  await expect(nordlys.run((ctx) => getRecovery(ctx, { caseId }))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(nordlys.run((ctx) => callOffCheck(ctx, { caseId }))).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect(await nordlys.run((ctx) => askDueChecks(ctx, { most: 10 }))).toBe(0);
  expect(await nordlys.run((ctx) => lookAhead(ctx, { caseId }))).toMatchObject({ obstacle: "no_address" });
  expect(await nordlys.run((ctx) => ctx.db.execute(sql`SELECT 1 FROM recovery_checks`))).toHaveLength(0);
  expect(await stateOf(caseId)).toEqual([{ kind: "planned" }]);
});

type Made = Awaited<ReturnType<typeof makeOpenCase>>;

/** Another question to the same customer, which waits or was sent on a day. */
async function question({ contact }: Made, state: "queued" | "sent", day: number | null) {
  const invitation = await makeInvitation(rt, fjordline, { contactId: contact.id });
  const sentAt = day === null ? null : new Date(testNow.getTime() + day * 86_400_000);
  await fjordline.run((ctx) =>
    ctx.db.insert(outboundMails).values({
      ...{ workspaceId: ctx.workspaceId, id: newId(), kind: "invitation", priority: 100, state, sentAt },
      ...{ dedupeKey: invitation.id, messageId: `<${invitation.id}@x.example>`, toAddress: contact.email! },
      ...{
        toDomain: "customer.example",
        invitationId: invitation.id,
        nextAttemptAt: ctx.now,
        createdAt: ctx.now,
      },
    }),
  );
}
