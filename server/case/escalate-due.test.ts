import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { caseEvents, cases, outboundMails, teams } from "#db/schema/index.ts";
import { asSystem } from "#server/entry.ts";
import { setEscalation } from "#server/team/set-escalation.ts";
import { setLead } from "#server/team/set-lead.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import {
  makeContact,
  makeMember,
  makeSurvey,
  makeWorkspace,
  type TestWorkspace,
} from "#server/test/factories.ts";
import { makeCase } from "#server/test/follow-up.ts";
import { escalateAllDue } from "#server/worker/all-workspaces.ts";
import { escalateDueCases } from "./escalate-due.ts";
import { openCase } from "./open.ts";
import { renderAlert } from "./render-alert.ts";
import { replyToCase } from "./reply.ts";

const rt = await testRuntime();
beforeEach(() => rt.setNow(testNow));

const makeTeam = (workspace: TestWorkspace) =>
  workspace.run(async (ctx) => {
    const id = newId();
    await ctx.db
      .insert(teams)
      .values({ workspaceId: ctx.workspaceId, id, name: "North", createdAt: ctx.now });
    return id;
  });

/** A case of a team, due a day later. */
const opened = (workspace: TestWorkspace, teamId: string | null = null) =>
  workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    const contact = await makeContact(rt, ctx, `Anna ${newId().slice(-6)}`);
    const passing = await makeCase(ctx, { openedAt: ctx.now, dueAt: ctx.now, surveyId: survey.id, teamId });
    const [made] = await ctx.db.select().from(cases).where(eq(cases.id, passing));
    await ctx.db.delete(cases).where(eq(cases.id, passing));
    const about = { responseId: made!.responseId, invitationId: null, contactId: contact.id, employee: null };
    return (await openCase(ctx, about))!.id;
  });

const told = (workspace: TestWorkspace, caseId: string) =>
  workspace.run(async (ctx) => {
    const mails = await ctx.db
      .select()
      .from(outboundMails)
      .where(and(eq(outboundMails.caseId, caseId), eq(outboundMails.kind, "case_alert")));
    const events = await ctx.db
      .select()
      .from(caseEvents)
      .where(and(eq(caseEvents.caseId, caseId), eq(caseEvents.kind, "escalated")));
    return {
      mails,
      to: mails.map(({ toAddress }) => toAddress),
      events: events.map(({ detail }) => detail.to),
    };
  });

const hoursLater = (hours: number) => rt.setNow(new Date(testNow.getTime() + hours * 3_600_000));

it("the lead of the team is told once that an answer is overdue, by mail and in the case", async () => {
  const fjordline = await makeWorkspace(rt);
  const lead = await makeMember(rt, fjordline, "agent", "Liv Dahl");
  const team = await makeTeam(fjordline);
  await fjordline.run((ctx) => setLead(ctx, { teamId: team, leadId: lead.id }));
  const caseId = await opened(fjordline, team);
  hoursLater(24.9);
  await escalateAllDue(rt);
  expect((await told(fjordline, caseId)).to).toEqual([]);
  hoursLater(25);
  await Promise.all([escalateAllDue(rt), escalateAllDue(rt)]);
  await escalateAllDue(rt);
  const { mails, to, events } = await told(fjordline, caseId);
  expect(to).toEqual([lead.email]);
  expect(events).toEqual([lead.id]);
  const mail = await asSystem(rt, fjordline.id, "test", (ctx) => renderAlert(ctx, mails[0]!));
  expect(mail.subject).toMatch(/^Anna \w+ is still waiting for an answer$/);
  expect(mail.text).toContain("Nobody has taken the case yet.");

  await fjordline.run((ctx) => replyToCase(ctx, { caseId, text: "Hello" }));
  const late = asSystem(rt, fjordline.id, "test", (ctx) => renderAlert(ctx, mails[0]!));
  await expect(late).rejects.toThrow("has an answer by now");
});

it("without a lead who works here the managers are told, and without those the administrators", async () => {
  const fjordline = await makeWorkspace(rt);
  const team = await makeTeam(fjordline);
  const first = await opened(fjordline, team);
  hoursLater(25);
  await escalateAllDue(rt);
  expect((await told(fjordline, first)).to).toEqual([fjordline.owner.email]);

  rt.setNow(testNow);
  const managers = [
    await makeMember(rt, fjordline, "manager", "Mette Dahl"),
    await makeMember(rt, fjordline, "manager", "Nils Berg"),
  ];
  const second = await opened(fjordline);
  hoursLater(25);
  await escalateAllDue(rt);
  expect((await told(fjordline, second)).to.sort()).toEqual(managers.map(({ email }) => email).sort());
});

it("nobody is told of what was answered in the meantime, nor of cases from before", async () => {
  const fjordline = await makeWorkspace(rt);
  const answered = await opened(fjordline);
  const old = await fjordline.run((ctx) => makeCase(ctx, { openedAt: testNow, dueAt: testNow }));
  hoursLater(24.5);
  await fjordline.run((ctx) => replyToCase(ctx, { caseId: answered, text: "Hello" }));
  hoursLater(30);
  await escalateAllDue(rt);
  for (const caseId of [answered, old]) expect((await told(fjordline, caseId)).to).toEqual([]);
});

it("it can be turned off, and the minutes are a workspace's own", async () => {
  const [fjordline, nordlys] = [await makeWorkspace(rt), await makeWorkspace(rt, "Nordlys")];
  const [ours, theirs] = [await opened(fjordline), await opened(nordlys)];
  await fjordline.run((ctx) => setEscalation(ctx, { minutes: null }));
  await nordlys.run((ctx) => setEscalation(ctx, { minutes: 0 }));
  const soon = await opened(nordlys);
  hoursLater(24.1);
  await escalateAllDue(rt);
  expect((await told(nordlys, soon)).to).toEqual([nordlys.owner.email]);
  expect((await told(nordlys, theirs)).to).toEqual([]);
  hoursLater(26);
  await escalateAllDue(rt);
  expect((await told(fjordline, ours)).to).toEqual([]);
  expect((await told(nordlys, theirs)).to).toEqual([nordlys.owner.email]);
});

it("a workspace tells of its own cases, and leads are people of its own", async () => {
  const [fjordline, nordlys] = [await makeWorkspace(rt), await makeWorkspace(rt, "Nordlys")];
  const caseId = await opened(fjordline);
  hoursLater(26);
  expect(await nordlys.run((ctx) => escalateDueCases(ctx, { most: 10 }))).toBe(0);
  expect((await told(fjordline, caseId)).to).toEqual([]);
  const team = await makeTeam(fjordline);
  const stranger = fjordline.run((ctx) => setLead(ctx, { teamId: team, leadId: nordlys.owner.id }));
  await expect(stranger).rejects.toMatchObject({ code: "INVALID", field: "leadId" });
  const elsewhere = nordlys.run((ctx) => setLead(ctx, { teamId: team, leadId: nordlys.owner.id }));
  await expect(elsewhere).rejects.toMatchObject({ code: "NOT_FOUND" });
});
