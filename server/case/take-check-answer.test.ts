import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import {
  caseMessages,
  cases,
  outboundMails,
  recoveryAnswers,
  recoveryChecks,
  responses,
} from "#db/schema/index.ts";
import { npsFigures } from "#server/dashboard/figures.ts";
import { asSystem, type SignedIn, withToken } from "#server/entry.ts";
import { countRecoveries } from "#server/recovery/count-recoveries.ts";
import { causeNamed } from "#server/test/causes.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { askAllDueChecks } from "#server/worker/all-workspaces.ts";
import { tellAllAlerts } from "#server/worker/tell-alerts.ts";
import { removeMember } from "#server/workspace/remove-member.ts";
import { assignCase } from "./assign.ts";
import { closeCase } from "./close.ts";
import { getCase } from "./queries.ts";
import { renderAlert } from "./render-alert.ts";
import { renderCheck } from "./render-check.ts";
import { reopenCase } from "./reopen.ts";
import { replyToCase } from "./reply.ts";
import { takeCheckAnswer } from "./take-check-answer.ts";

const rt = await testRuntime();
beforeEach(() => rt.setNow(testNow));
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const ida = await makeMember(rt, fjordline, "agent", "Ida Holm");

const later = (days: number) => rt.setNow(new Date(testNow.getTime() + days * 86_400_000));

/** A case closed by `closer`, whose customer has just been asked. */
async function asked(closer: SignedIn = bo, over: { locale?: string } = {}) {
  const made = await makeOpenCase(rt, fjordline, over);
  const { caseId } = made;
  await fjordline.run(
    async (ctx) => closeCase(ctx, { caseId, causeId: await causeNamed(ctx), outcome: "Sent again" }),
    closer,
  );
  later(14);
  await askAllDueChecks(rt);
  const [check] = await fjordline.run((ctx) =>
    ctx.db.select().from(recoveryChecks).where(eq(recoveryChecks.caseId, caseId)),
  );
  return { ...made, check: check! };
}

/** What the customer says, by the link of the mail. */
const say = (number: number, answer: "yes" | "partly" | "no", comment = "") => {
  const token = rt.tokens.seal("recovery-check", { workspaceKey: fjordline.key, number });
  return withToken(rt, "recovery-check", token, (ctx, named) =>
    takeCheckAnswer(ctx, named, { answer, comment }),
  );
};
const found = (caseId: string) => fjordline.run((ctx) => getCase(ctx, { caseId }));
const mailsOf = async (caseId: string, kind: "case_alert" | "recovery_check") => {
  await tellAllAlerts(rt);
  return fjordline.run((ctx) =>
    ctx.db
      .select()
      .from(outboundMails)
      .where(and(eq(outboundMails.caseId, caseId), eq(outboundMails.kind, kind))),
  );
};

describe("an answer that it is solved", () => {
  it("is noted, counted as recovered, and is no response; the case stays closed", async () => {
    const { caseId, check } = await asked();
    const before = await fjordline.run((ctx) => npsFigures(ctx, {}));
    const answers = await fjordline.run((ctx) => ctx.db.$count(responses));
    expect(await say(check.number, "yes", "All here now.")).toBe("recorded");
    expect(await say(check.number, "yes", "All here now.")).toBe("unchanged");
    expect((await found(caseId)).case.state).toBe("closed");
    expect(await fjordline.run((ctx) => npsFigures(ctx, {}))).toEqual(before);
    expect(await fjordline.run((ctx) => ctx.db.$count(responses))).toBe(answers);
    expect(await fjordline.run((ctx) => countRecoveries(ctx, {}))).toEqual({ answered: 1, recovered: 1 });
    expect(await mailsOf(caseId, "case_alert")).toEqual([]);
  });
});

describe("an answer that it is not solved", () => {
  it("opens the case again for who closed it, says why, and tells them in the customer's words", async () => {
    const { caseId, check } = await asked();
    await fjordline.run((ctx) => assignCase(ctx, { caseId, assigneeId: ida.id }), ida);
    expect(await say(check.number, "partly", "One crate is still missing.")).toBe("recorded");
    const { case: one, events, closures } = await found(caseId);
    expect(one).toMatchObject({ state: "open", assigneeId: bo.id, lastInboundAt: rt.clock() });
    expect(closures[0]!.reopenedAt).toEqual(rt.clock());
    expect(events.slice(-2)).toMatchObject([
      { kind: "reopened", detail: { by: "customer", because: "not_solved" }, actorId: null },
      { kind: "assigned", detail: { from: ida.id, to: bo.id } },
    ]);
    const [alert] = await mailsOf(caseId, "case_alert");
    expect(alert!.toAddress).toBe(bo.email);
    const mail = await asSystem(rt, fjordline.id, "test", (ctx) => renderAlert(ctx, alert!));
    expect(mail.subject).toMatch(/^Anna Lindqvist .* says “Partly” to whether it is solved/);
    expect(mail.text).toContain("> One crate is still missing.");
  });

  it("opens it when the customer first said yes, and keeps both; each is told of once", async () => {
    const { caseId, check } = await asked();
    await say(check.number, "yes");
    later(15);
    expect(await say(check.number, "no", "It broke again.")).toBe("changed");
    expect(await say(check.number, "no", "It broke again, twice.")).toBe("changed");
    expect((await found(caseId)).case.state).toBe("open");
    expect(await mailsOf(caseId, "case_alert")).toHaveLength(1);
    const given = await fjordline.run((ctx) =>
      ctx.db.select().from(recoveryAnswers).where(eq(recoveryAnswers.checkId, check.id)),
    );
    expect(given.map(({ answer, comment }) => [answer, comment])).toEqual([
      ["yes", null],
      ["no", "It broke again."],
      ["no", "It broke again, twice."],
    ]);
  });

  it("wakes a case that was opened and is waiting, and stays with whose it is when the closer has left", async () => {
    const gone = await makeMember(rt, fjordline, "agent", "Per Vik");
    const left = await asked(gone);
    await fjordline.run((ctx) => assignCase(ctx, { caseId: left.caseId, assigneeId: ida.id }), ida);
    await fjordline.run((ctx) => removeMember(ctx, { userId: gone.id }));
    await say(left.check.number, "no");
    expect((await found(left.caseId)).case.assigneeId).toBe(ida.id);

    rt.setNow(testNow);
    const { caseId, check } = await asked();
    await fjordline.run(async (ctx) => {
      await ctx.db
        .update(outboundMails)
        .set({ state: "sent", sentAt: ctx.now })
        .where(eq(outboundMails.id, check.mailId!));
      await reopenCase(ctx, { caseId });
      await replyToCase(ctx, { caseId, text: "Any news?" });
    });
    expect((await found(caseId)).case.state).toBe("waiting");
    expect(await say(check.number, "no")).toBe("recorded");
    expect((await found(caseId)).case.state).toBe("open");
  });

  it("from two tabs at once is two answers one after the other", async () => {
    const { check } = await asked();
    const outcomes = await Promise.all([say(check.number, "no", "one"), say(check.number, "partly", "two")]);
    expect(outcomes.sort()).toEqual(["changed", "recorded"]);
    const both = await Promise.all([say(check.number, "yes", "same"), say(check.number, "yes", "same")]);
    expect(both.sort()).toEqual(["changed", "unchanged"]);
  });

  it("is taken for thirty days and a hundred versions, and not when nobody was asked", async () => {
    const { check, caseId } = await asked();
    for (let version = 1; version <= 100; version++) await say(check.number, "yes", `${version}`);
    expect(await say(check.number, "yes", "once more")).toBe("changed_too_often");
    later(14 + 30);
    expect(await say(check.number, "no")).toBe("gone");
    expect((await found(caseId)).case.state).toBe("closed");

    rt.setNow(testNow);
    const planned = await makeOpenCase(rt, fjordline);
    await fjordline.run(async (ctx) =>
      closeCase(ctx, { caseId: planned.caseId, causeId: await causeNamed(ctx), outcome: "x" }),
    );
    const [own] = await fjordline.run((ctx) =>
      ctx.db.select().from(recoveryChecks).where(eq(recoveryChecks.caseId, planned.caseId)),
    );
    expect(await say(own!.number, "no")).toBe("gone");
    expect(await say(999_999, "no")).toBe("gone");
  });
});

describe("the mail of a check", () => {
  it("comes from who closed the case, into its thread, in the customer's language, and is answered to the case", async () => {
    const { check, caseId, messageId } = await asked(bo, { locale: "sv" });
    const [mail] = await mailsOf(caseId, "recovery_check");
    const rendered = await asSystem(rt, fjordline.id, "test", (ctx) => renderCheck(ctx, mail!));
    expect(rendered).toMatchObject({
      fromName: "Bo Friis, Fjordline",
      inReplyTo: messageId,
      references: [messageId],
    });
    expect(rendered.subject).toMatch(/^Re: /);
    expect(rendered.replyTo).toMatch(/^case\+\S+@reply\.svar\.test$/);
    expect(rendered.text).toContain("Är det löst?");
    expect(rendered.text).toContain("> Late again.");
    const token = rt.tokens.seal("recovery-check", { workspaceKey: fjordline.key, number: check.number });
    for (const answer of ["yes", "partly", "no"]) {
      expect(rendered.text).toContain(`http://localhost:3000/c/${token}/${answer}\n`);
    }
  });

  it("stands in the thread of what is written afterwards", async () => {
    const { check, caseId, messageId } = await asked();
    const [mail] = await mailsOf(caseId, "recovery_check");
    await fjordline.run(async (ctx) => {
      await ctx.db
        .update(outboundMails)
        .set({ state: "sent", sentAt: ctx.now })
        .where(eq(outboundMails.id, check.mailId!));
      await ctx.db.insert(caseMessages).values({
        ...{ workspaceId: ctx.workspaceId, id: newId(), caseId, direction: "in", text: "Not yet" },
        ...{ messageId: "<theirs@customer.example>", at: new Date(ctx.now.getTime() + 60_000) },
      });
    });
    later(15);
    await say(check.number, "no");
    const { id } = await fjordline.run((ctx) => replyToCase(ctx, { caseId, text: "Sorry." }), bo);
    const [reply] = await fjordline.run((ctx) =>
      ctx.db.select().from(caseMessages).where(eq(caseMessages.id, id)),
    );
    expect(reply!.references).toEqual([messageId, mail!.messageId, "<theirs@customer.example>"]);
  });

  it("does not leave once the case is open again or the customer is gone", async () => {
    const { check, caseId } = await asked();
    const [mail] = await mailsOf(caseId, "recovery_check");
    const render = () => asSystem(rt, fjordline.id, "test", (ctx) => renderCheck(ctx, mail!));
    await fjordline.run((ctx) => ctx.db.update(cases).set({ contactId: null }).where(eq(cases.id, caseId)));
    await expect(render()).rejects.toThrow(/nobody to ask/);
    expect(await say(check.number, "no")).toBe("gone");
  });
});

it("another workspace answers nothing of it", async () => {
  const { check, caseId } = await asked();
  const elsewhere = await nordlys.run((ctx) =>
    takeCheckAnswer(ctx, check.number, { answer: "no", comment: "" }),
  );
  expect(elsewhere).toBe("gone");
  expect((await found(caseId)).case.state).toBe("closed");
});
