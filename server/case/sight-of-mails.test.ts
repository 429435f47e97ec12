import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { caseSights, cases, contacts, outboundMails, promises, teams } from "#db/schema/index.ts";
import { addAbsence } from "#server/absence/add.ts";
import { asSystem } from "#server/entry.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { renderMention } from "#server/mention/render.ts";
import { makePromise } from "#server/promise/make.ts";
import { renderPromisesDue } from "#server/promise/render-due.ts";
import { tellDuePromises } from "#server/promise/tell-due.ts";
import { setLead } from "#server/team/set-lead.ts";
import { setMembers } from "#server/team/set-members.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, type TestWorkspace } from "#server/test/factories.ts";
import { twoTeams } from "#server/test/two-teams.ts";
import { actOnCases } from "./act.ts";
import { addNote } from "./add-note.ts";
import { leadsToTell } from "./leads-to-tell.ts";
import { renderAlert } from "./render-alert.ts";
import { renderNotSent } from "./render-not-sent.ts";

const rt = await testRuntime();
beforeEach(() => rt.setNow(testNow));
type Kind = typeof outboundMails.$inferSelect.kind;

const mailsOf = (here: TestWorkspace, kind: Kind) =>
  here.run((ctx) =>
    ctx.db.select().from(outboundMails).where(eq(outboundMails.kind, kind)).orderBy(outboundMails.id),
  );
const by = (here: TestWorkspace, render: typeof renderAlert, mail: typeof outboundMails.$inferSelect) =>
  asSystem(rt, here.id, "test", (ctx) => render(ctx, mail));
const blind = (here: TestWorkspace, userId: string) =>
  here.run((ctx) =>
    ctx.db
      .delete(caseSights)
      .where(and(eq(caseSights.workspaceId, ctx.workspaceId), eq(caseSights.userId, userId))),
  );

describe("a promise that is due", () => {
  const told = async (here: TestWorkspace) => {
    rt.setNow(new Date("2026-11-24T09:00:00Z"));
    await here.run(tellDuePromises);
    const mails = await mailsOf(here, "promises_due");
    if (mails[0]) expect((await by(here, renderPromisesDue, mails.at(-1)!)).text).toContain("A call");
    return mails.map(({ toAddress }) => toAddress).sort();
  };
  const promise = (here: TestWorkspace, caseId: string, ownerId: string) =>
    here.run((ctx) => makePromise(ctx, { caseId, text: "A call", dueOn: "2026-11-24", ownerId }));

  it("is told its owner of another team, who has the case by it", async () => {
    const { here, ida, ofSouth } = await twoTeams(rt);
    await promise(here, ofSouth, ida.id);
    expect(await told(here)).toEqual([ida.email]);
  });

  it("is told the owner of the case where its own may not see that, and neither their stand-in", async () => {
    const { here, ida, bo, ofSouth } = await twoTeams(rt);
    const liv = await makeMember(rt, here, "agent", "Liv Dahl");
    const days = { fromDay: "2026-11-24", toDay: "2026-11-25" };
    await here.run((ctx) => addAbsence(ctx, { userId: ida.id, coverId: liv.id, ...days }));
    await promise(here, ofSouth, ida.id);
    await here.run((ctx) => ctx.db.update(cases).set({ assigneeId: bo.id }).where(eq(cases.id, ofSouth)));
    await blind(here, ida.id);
    expect(await told(here)).toEqual([bo.email]);
  });

  it("is told the lead of the case's team, or else the managers, where nobody else may see it", async () => {
    const { here, ida, south, ofSouth } = await twoTeams(rt);
    const lead = await makeMember(rt, here, "agent", "Liv Dahl");
    await here.run((ctx) => setLead(ctx, { teamId: south, leadId: lead.id }));
    await promise(here, ofSouth, ida.id);
    await blind(here, ida.id);
    expect(await told(here)).toEqual([lead.email]);
    const manager = await makeMember(rt, here, "manager", "Mia Dahl");
    await here.run((ctx) => ctx.db.update(teams).set({ leadId: null }).where(eq(teams.id, south)));
    expect(await told(here)).toEqual([lead.email, manager.email].sort());
  });

  it("is told of another workspace to nobody of this one", async () => {
    const [here, other] = [await twoTeams(rt), await twoTeams(rt)];
    await promise(other.here, other.ofSouth, other.bo.id);
    expect(await told(here.here)).toEqual([]);
    expect(await here.here.run((ctx) => ctx.db.select().from(promises))).toEqual([]);
  });
});

describe("a mail about a case", () => {
  it("that was mentioned does not leave for who may not see it any more", async () => {
    const { here, ida, bo, ofSouth } = await twoTeams(rt);
    await here.run((ctx) => addNote(ctx, { caseId: ofSouth, text: "Look, @Ida Holm" }), bo);
    const [mail] = await mailsOf(here, "case_mention");
    expect((await by(here, renderMention, mail!)).text).toContain("Carl South");
    await blind(here, ida.id);
    await expect(by(here, renderMention, mail!)).rejects.toThrow("may not see");
  });

  it("that became somebody's does not leave for a stand-in who stands in no more, or a lead who went to another team", async () => {
    const { here, ida, bo, south, ofSouth } = await twoTeams(rt);
    await here.run((ctx) =>
      actOnCases(ctx, { caseIds: [ofSouth], change: { kind: "assign", assigneeId: bo.id } }),
    );
    const payloads: Record<string, string>[] = [
      { assigneeId: bo.id, coverId: ida.id },
      { toldId: ida.id, rule: "Rule" },
    ];
    const mails = await here.run(async (ctx) => {
      for (const [at, payload] of payloads.entries())
        await enqueueMail(ctx, {
          ...{ kind: "case_alert", toAddress: ida.email, dedupeKey: `one:${at}` },
          ...{ caseId: ofSouth, payload },
        });
      await enqueueMail(ctx, {
        ...{ kind: "reply_not_sent", toAddress: ida.email, dedupeKey: "two", caseId: ofSouth },
        payload: { userId: ida.id, because: "not_allowed" },
      });
      return ctx.db.select().from(outboundMails).where(eq(outboundMails.kind, "case_alert"));
    });
    for (const mail of mails) await expect(by(here, renderAlert, mail)).rejects.toThrow("may not see");
    const [notSent] = await mailsOf(here, "reply_not_sent");
    expect(JSON.stringify(await by(here, renderNotSent, notSent!))).not.toContain("Carl");
    await here.run((ctx) => setMembers(ctx, { teamId: south, userIds: [ida.id, bo.id] }));
    for (const mail of mails) expect((await by(here, renderAlert, mail)).text).toContain("Carl South");
    expect(JSON.stringify(await by(here, renderNotSent, notSent!))).toContain("Carl");
  });

  it("that is late is told leads and those who stand in for them who see it", async () => {
    const { here, ida, bo, north, south, ofSouth } = await twoTeams(rt);
    await here.run((ctx) => setLead(ctx, { teamId: south, leadId: bo.id }));
    await here.run((ctx) => setLead(ctx, { teamId: north, leadId: ida.id }));
    const days = { fromDay: "2026-11-23", toDay: "2026-11-25" };
    await here.run((ctx) => addAbsence(ctx, { userId: bo.id, coverId: ida.id, ...days }));
    const manager = await makeMember(rt, here, "manager", "Mia Dahl");
    const leads = () =>
      here.run(async (ctx) => {
        const [one] = await ctx.db.select().from(cases).where(eq(cases.id, ofSouth));
        return (await leadsToTell(ctx, one!)).map(({ id }) => id);
      });
    expect(await leads()).toEqual([bo.id]);
    await here.run(async (ctx) => {
      const [one] = await ctx.db.select().from(cases).where(eq(cases.id, ofSouth));
      await ctx.db.update(cases).set({ responseId: null, cameBy: "phone" }).where(eq(cases.id, ofSouth));
      await ctx.db.update(contacts).set({ teamId: north }).where(eq(contacts.id, one!.contactId!));
    });
    expect(await leads()).toEqual([manager.id]);
  });
});
