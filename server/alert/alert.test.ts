import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import {
  alerts,
  caseEvents,
  caseMessages,
  caseNews,
  cases,
  outboundMails,
  responses,
  teams,
} from "#db/schema/index.ts";
import { actOnCases } from "#server/case/act.ts";
import { assignCase } from "#server/case/assign.ts";
import { closeCase } from "#server/case/close.ts";
import { openCase } from "#server/case/open.ts";
import type { Ctx } from "#server/context.ts";
import { asSystem, type SignedIn } from "#server/entry.ts";
import { announce } from "#server/news/announce.ts";
import { tellInstead } from "#server/news/tell-instead.ts";
import { setLead } from "#server/team/set-lead.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import {
  makeContact,
  makeMember,
  makeSurvey,
  makeWorkspace,
  type TestWorkspace,
} from "#server/test/factories.ts";
import { escalateAllDue } from "#server/worker/all-workspaces.ts";
import { announceAllLate, tellAllAlerts } from "#server/worker/tell-alerts.ts";
import { changeAlert } from "./change.ts";
import { createAlert } from "./create.ts";
import { endAlert } from "./end.ts";
import { handOutNews } from "./hand-out.ts";
import { listAlerts } from "./queries.ts";
import { renderAlertMail } from "./render.ts";
import { ChangeAlert, CreateAlert } from "./schema.ts";
import { tellAlerts } from "./tell.ts";

const rt = await testRuntime();
beforeEach(() => rt.setNow(testNow));
const later = (minutes: number) => rt.setNow(new Date(rt.clock().getTime() + minutes * 60_000));

/** Opens a case of a customer who answered 2, of a team if one is given. */
const open = (
  workspace: TestWorkspace,
  over: { employee?: string; teamId?: string; comment?: string } = {},
) =>
  asSystem(rt, workspace.id, "test", async (ctx) => {
    const { employee = null, teamId = null, comment = "Late again." } = over;
    const survey = await makeSurvey(ctx);
    const contact = await makeContact(rt, ctx, `Anna ${newId().slice(-6)}`);
    const responseId = newId();
    await ctx.db.insert(responses).values({
      ...{ workspaceId: ctx.workspaceId, id: responseId, surveyId: survey.id, contactId: contact.id },
      ...{ score: 2, comment, teamId, evidence: "confirmed", channel: "email", locale: "en" },
      ...{ answeredAt: ctx.now, updatedAt: ctx.now },
    });
    return (await openCase(ctx, { responseId, invitationId: null, contactId: contact.id, employee }))!.id;
  });

const mailsTo = (workspace: TestWorkspace, { email }: SignedIn) =>
  workspace.run((ctx) =>
    ctx.db
      .select()
      .from(outboundMails)
      .where(and(eq(outboundMails.workspaceId, ctx.workspaceId), eq(outboundMails.toAddress, email)))
      .orderBy(outboundMails.id),
  );

const create = (workspace: TestWorkspace, as: SignedIn, over: object = {}) =>
  workspace.run(
    (ctx) =>
      createAlert(ctx, CreateAlert.parse({ kinds: ["new_case"], scope: "all", pace: "at_once", ...over })),
    as,
  );

/** Ends what everybody has from the beginning, so that a test has only its own. */
const endFirst = (workspace: TestWorkspace, as: SignedIn) =>
  workspace.run(async (ctx) => {
    const [first] = await listAlerts(ctx);
    await endAlert(ctx, { alertId: first!.id });
  }, as);

async function world() {
  const fjordline = await makeWorkspace(rt);
  const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
  const team = await fjordline.run(async (ctx) => {
    const id = newId();
    await ctx.db
      .insert(teams)
      .values({ workspaceId: ctx.workspaceId, id, name: "North", createdAt: ctx.now });
    return id;
  });
  return { fjordline, bo, team };
}

describe("from the beginning", () => {
  it("everybody is told of cases that become theirs and of what is written in them, by mail, at once", async () => {
    const { fjordline, bo } = await world();
    const listed = await fjordline.run((ctx) => listAlerts(ctx), bo);
    expect(listed).toMatchObject([
      {
        kinds: ["new_case", "assigned", "not_solved", "message"],
        scope: "mine",
        pace: "at_once",
        most: 10,
        channelId: null,
      },
    ]);
    const caseId = await open(fjordline, { employee: "Bo Friis" });
    await Promise.all([tellAllAlerts(rt), tellAllAlerts(rt)]);
    await tellAllAlerts(rt);
    expect(await mailsTo(fjordline, bo)).toMatchObject([
      { kind: "case_alert", caseId, payload: { assigneeId: bo.id }, state: "queued" },
    ]);
    expect(await mailsTo(fjordline, fjordline.owner)).toEqual([]);
  });

  it("whoever ended that is told nothing, and can set up what they like", async () => {
    const { fjordline, bo } = await world();
    await endFirst(fjordline, bo);
    await open(fjordline, { employee: "Bo Friis" });
    await create(fjordline, bo, { kinds: ["overdue"], scope: "mine" });
    await tellAllAlerts(rt);
    expect(await mailsTo(fjordline, bo)).toEqual([]);
  });
});

describe("when much happens", () => {
  it("cases that were given away at once are one mail, with the most urgent ones", async () => {
    const { fjordline, bo } = await world();
    const caseIds: string[] = [];
    for (let n = 0; n < 7; n++) caseIds.push(await open(fjordline, { comment: `Comment ${n}` }));
    await fjordline.run((ctx) => actOnCases(ctx, { caseIds, change: { kind: "assign", assigneeId: bo.id } }));
    await tellAllAlerts(rt);
    const [mail, ...others] = await mailsTo(fjordline, bo);
    expect(others).toEqual([]);
    const { subject, text } = await fjordline.run((ctx) => renderAlertMail(ctx, mail!));
    expect(subject).toBe("7 cases became yours");
    expect(text.match(/^> Comment \d$/gm)).toHaveLength(5);
    expect(text).toContain("And 2 more.");
    expect(text).toContain("/cases?view=mine");
  });

  it("what is too much for an hour waits and goes as one", async () => {
    const { fjordline, bo } = await world();
    await endFirst(fjordline, bo);
    await create(fjordline, bo, { most: 2 });
    for (let n = 0; n < 5; n++) {
      await open(fjordline);
      await tellAllAlerts(rt);
      later(1);
    }
    expect(await mailsTo(fjordline, bo)).toHaveLength(2);
    expect((await fjordline.run((ctx) => listAlerts(ctx), bo))[0]).toMatchObject({ waiting: 3 });
    later(50);
    await tellAllAlerts(rt);
    expect(await mailsTo(fjordline, bo)).toHaveLength(2);
    later(5);
    await Promise.all([tellAllAlerts(rt), tellAllAlerts(rt)]);
    const mails = await mailsTo(fjordline, bo);
    expect(mails).toHaveLength(3);
    const { subject } = await fjordline.run((ctx) => renderAlertMail(ctx, mails[2]!));
    expect(subject).toBe("3 new cases in the last hour");
  });

  it("a digest comes at the full hour, or in the morning", async () => {
    const { fjordline, bo } = await world();
    await create(fjordline, bo, { pace: "hourly" });
    await create(fjordline, fjordline.owner, { pace: "morning" });
    later(20);
    await open(fjordline);
    await open(fjordline);
    await tellAllAlerts(rt);
    later(39);
    await tellAllAlerts(rt);
    expect(await mailsTo(fjordline, bo)).toEqual([]);
    later(1);
    await tellAllAlerts(rt);
    const [mail] = await mailsTo(fjordline, bo);
    const { subject } = await fjordline.run((ctx) => renderAlertMail(ctx, mail!));
    expect(subject).toBe("2 new cases in the last hour");
    later(20 * 60);
    await tellAllAlerts(rt);
    expect(await mailsTo(fjordline, fjordline.owner)).toEqual([]);
    later(60);
    await tellAllAlerts(rt);
    const [morning] = await mailsTo(fjordline, fjordline.owner);
    expect((await fjordline.run((ctx) => renderAlertMail(ctx, morning!))).subject).toBe("2 new cases");
  });
});

describe("what is told", () => {
  it("an answer that becomes overdue is, once for each due time", async () => {
    const { fjordline, bo } = await world();
    await create(fjordline, bo, { kinds: ["overdue"], most: 1 });
    await open(fjordline);
    const answered = await open(fjordline);
    await fjordline.run((ctx) =>
      ctx.db.update(cases).set({ state: "waiting", firstReplyAt: ctx.now }).where(eq(cases.id, answered)),
    );
    later(24 * 60 - 1);
    await announceAllLate(rt);
    await tellAllAlerts(rt);
    expect(await mailsTo(fjordline, bo)).toEqual([]);
    later(2);
    await Promise.all([announceAllLate(rt), announceAllLate(rt)]);
    await announceAllLate(rt);
    await tellAllAlerts(rt);
    const [mail, ...others] = await mailsTo(fjordline, bo);
    expect(others).toEqual([]);
    const { subject, text } = await fjordline.run((ctx) => renderAlertMail(ctx, mail!));
    expect(subject).toMatch(/^Anna \w+ is still waiting for an answer$/);
    expect(text).toContain("> Late again.");
  });

  describe("a lead who has an alert of overdue answers", () => {
    const led = async (over: object) => {
      const { fjordline, bo: lead, team } = await world();
      await fjordline.run((ctx) => setLead(ctx, { teamId: team, leadId: lead.id }));
      await create(fjordline, lead, { kinds: ["overdue"], scope: "team", teamId: team, ...over });
      await open(fjordline, { teamId: team });
      return { fjordline, lead };
    };
    const work = async () => {
      await announceAllLate(rt);
      await tellAllAlerts(rt);
      await escalateAllDue(rt);
    };
    const kinds = async ({ fjordline, lead }: Awaited<ReturnType<typeof led>>) =>
      (await mailsTo(fjordline, lead)).map(({ kind }) => kind);

    it("hears of each once: by the alert that has told, and the case notes that it was escalated", async () => {
      const here = await led({});
      later(24 * 60);
      await work();
      expect(await kinds(here)).toEqual(["alert"]);
      const [mail] = await mailsTo(here.fjordline, here.lead);
      const { subject } = await here.fjordline.run((ctx) => renderAlertMail(ctx, mail!));
      expect(subject).toMatch(/is still waiting for an answer$/);
      later(60);
      await work();
      expect(await kinds(here)).toEqual(["alert"]);
      const escalated = eq(caseEvents.kind, "escalated");
      expect(await here.fjordline.run((ctx) => ctx.db.$count(caseEvents, escalated))).toBe(1);
    });

    it("hears of it by the mail to the lead where that comes before the digest, which leaves it out", async () => {
      const here = await led({ pace: "morning" });
      later(24 * 60);
      await work();
      later(60);
      await work();
      expect(await kinds(here)).toEqual(["case_alert"]);
      later(7 * 24 * 60);
      await work();
      expect(await kinds(here)).toEqual(["case_alert"]);
    });

    it("hears of it once too where the lead is told before the news is handed out", async () => {
      const here = await led({});
      later(25 * 60);
      await escalateAllDue(rt);
      await work();
      expect(await kinds(here)).toEqual(["case_alert"]);
    });

    it("is none of another workspace's: what is told there is told here", async () => {
      const here = await led({});
      const nordlys = await makeWorkspace(rt, "Nordlys");
      later(24 * 60);
      await work();
      const [news] = await here.fjordline.run((ctx) =>
        ctx.db.select({ key: caseNews.key }).from(caseNews).where(eq(caseNews.kind, "overdue")),
      );
      const about = { key: news!.key, userId: here.lead.id };
      expect(await nordlys.run((ctx) => tellInstead(ctx, about))).toBe(true);
      expect(await here.fjordline.run((ctx) => tellInstead(ctx, about))).toBe(false);
    });
  });

  it("a customer's message is, in their words", async () => {
    const { fjordline, bo } = await world();
    await create(fjordline, bo, { kinds: ["message"] });
    const caseId = await open(fjordline);
    const written = async (ctx: Ctx, text: string) => {
      const id = newId();
      await ctx.db.insert(caseMessages).values({
        ...{ workspaceId: ctx.workspaceId, id, caseId, direction: "in", text, at: ctx.now },
      });
      await announce(ctx, { kind: "message", caseId, key: `message:${id}`, personId: null });
    };
    await fjordline.run((ctx) => written(ctx, "Is anybody there?"));
    await tellAllAlerts(rt);
    const [mail] = await mailsTo(fjordline, bo);
    const { subject, text } = await fjordline.run((ctx) => renderAlertMail(ctx, mail!));
    expect(subject).toMatch(/^Anna \w+ has written$/);
    expect(text).toContain("> Is anybody there?");
  });

  it("what is over by the time a mail leaves is left out, and a mail of nothing else does not leave", async () => {
    const { fjordline, bo } = await world();
    await create(fjordline, bo, { pace: "hourly" });
    const [one, other] = [await open(fjordline), await open(fjordline)];
    later(61);
    await tellAllAlerts(rt);
    const [mail] = await mailsTo(fjordline, bo);
    const close = (caseId: string) =>
      fjordline.run(async (ctx) =>
        closeCase(ctx, { caseId, causeId: await causeNamed(ctx), outcome: "Done" }),
      );
    await close(one);
    const { subject } = await fjordline.run((ctx) => renderAlertMail(ctx, mail!));
    expect(subject).toMatch(/^Anna \w+ answered 2$/);
    await close(other);
    await expect(fjordline.run((ctx) => renderAlertMail(ctx, mail!))).rejects.toThrow("news any more");
  });

  it("a team's alert tells of that team alone, and nobody is told of what they did themselves", async () => {
    const { fjordline, bo, team } = await world();
    await create(fjordline, bo, { scope: "team", teamId: team });
    await open(fjordline);
    const ours = await open(fjordline, { teamId: team });
    await tellAllAlerts(rt);
    const mails = await mailsTo(fjordline, bo);
    expect(mails).toHaveLength(1);
    const { text } = await fjordline.run((ctx) => renderAlertMail(ctx, mails[0]!));
    expect(text).toContain(`/cases/${ours}`);
    await fjordline.run((ctx) => assignCase(ctx, { caseId: ours, assigneeId: bo.id }), bo);
    await tellAllAlerts(rt);
    expect(await mailsTo(fjordline, bo)).toHaveLength(1);
  });
});

describe("setting up", () => {
  it("what cannot be is said at its field", async () => {
    const { fjordline, bo } = await world();
    const wrong = (over: object) =>
      CreateAlert.safeParse({ kinds: ["new_case"], scope: "all", pace: "at_once", ...over }).error?.issues[0];
    expect(wrong({ kinds: [] })).toMatchObject({ path: ["kinds"] });
    expect(wrong({ scope: "team" })).toMatchObject({ path: ["teamId"] });
    expect(wrong({ most: 0 })).toMatchObject({ path: ["most"] });
    expect(wrong({ most: "many" })).toMatchObject({ path: ["most"] });
    await expect(create(fjordline, bo, { scope: "team", teamId: newId() })).rejects.toMatchObject({
      ...{ code: "INVALID", field: "teamId" },
    });
    await expect(create(fjordline, bo, { channelId: newId() })).rejects.toMatchObject({
      ...{ code: "FORBIDDEN", field: "channelId" },
    });
    await expect(create(fjordline, fjordline.owner, { channelId: newId() })).rejects.toMatchObject({
      ...{ code: "INVALID", field: "channelId" },
    });
    for (let n = 1; n < 20; n++) await create(fjordline, bo);
    await expect(create(fjordline, bo)).rejects.toMatchObject({ code: "LIMIT_REACHED" });
  });

  it("each changes and ends their own; what waits ends with it", async () => {
    const { fjordline, bo } = await world();
    const { id } = await create(fjordline, bo, { pace: "hourly" });
    const change = (as: SignedIn) =>
      fjordline.run(
        (ctx) =>
          changeAlert(
            ctx,
            ChangeAlert.parse({ alertId: id, kinds: ["new_case"], scope: "all", pace: "morning" }),
          ),
        as,
      );
    await expect(change(fjordline.owner)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await change(bo);
    await open(fjordline);
    await tellAllAlerts(rt);
    const listed = await fjordline.run((ctx) => listAlerts(ctx), bo);
    expect(listed.find((one) => one.id === id)).toMatchObject({ pace: "morning", waiting: 1 });
    const end = (as: SignedIn) => fjordline.run((ctx) => endAlert(ctx, { alertId: id }), as);
    await expect(end(fjordline.owner)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await end(bo);
    later(3 * 1440);
    await tellAllAlerts(rt);
    expect(await mailsTo(fjordline, bo)).toEqual([]);
    const [ended] = await fjordline.run((ctx) => ctx.db.select().from(alerts).where(eq(alerts.id, id)));
    expect(ended).toMatchObject({ endedBy: bo.id, changedBy: bo.id });
  });

  it("nothing of another workspace is seen, changed or told", async () => {
    const { fjordline, bo, team } = await world();
    const nordlys = await makeWorkspace(rt, "Nordlys");
    const { id } = await create(fjordline, bo);
    await create(nordlys, nordlys.owner);
    await open(fjordline);
    expect(await nordlys.run((ctx) => handOutNews(ctx, { most: 10 }))).toBe(0);
    expect(await fjordline.run((ctx) => handOutNews(ctx, { most: 10 }))).toBe(1);
    expect(await nordlys.run((ctx) => tellAlerts(ctx, { most: 10 }))).toBe(0);
    await tellAllAlerts(rt);
    expect(await mailsTo(nordlys, nordlys.owner)).toEqual([]);
    const elsewhere = nordlys.run((ctx) => endAlert(ctx, { alertId: id }));
    await expect(elsewhere).rejects.toMatchObject({ code: "NOT_FOUND" });
    const theirs = create(nordlys, nordlys.owner, { scope: "team", teamId: team });
    await expect(theirs).rejects.toMatchObject({ code: "INVALID" });
    expect(await nordlys.run((ctx) => ctx.db.$count(alerts, isNull(alerts.endedAt)))).toBe(2);
  });
});
