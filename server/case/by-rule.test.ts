import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { caseEvents, cases, outboundMails, responses, teams } from "#db/schema/index.ts";
import { addAbsence } from "#server/absence/add.ts";
import { asSystem, withTokenAtOnce } from "#server/entry.ts";
import { recordResponse } from "#server/response/record.ts";
import type { ContactWish } from "#server/response/schema.ts";
import { listRules } from "#server/rule/queries.ts";
import { saveRule } from "#server/rule/save.ts";
import { SaveRule } from "#server/rule/schema.ts";
import { suggestTemplates } from "#server/rule/suggest-templates.ts";
import { switchRuleOff } from "#server/rule/switch-off.ts";
import { listTags } from "#server/tag/queries.ts";
import { saveTemplate } from "#server/template/save.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { tellAllAlerts } from "#server/worker/tell-alerts.ts";
import { considerWaiting } from "./consider-waiting.ts";
import { findNextStep } from "./find-next-step.ts";
import { renderAlert } from "./render-alert.ts";
import { resumeClock } from "./resume-clock.ts";

const rt = await testRuntime();

const wording = {
  ...{ name: "A rule", conditions: [], opens: true, known: false, people: [], dueHours: "" },
  ...{ tellAssignee: true, tellLead: false, tags: [], templateId: null, on: true },
};
/** A rule that is on, above all others. */
const rule = (at: TestWorkspace, over: object) =>
  at.run((ctx) => saveRule(ctx, SaveRule.parse({ ...wording, ...over })));

type Said = { score: number; comment?: string; contact?: ContactWish; ask?: object; token?: string };

/** An answer that came in and was considered; with what its invitation was. */
async function answer(at: TestWorkspace, { score, comment = "", contact, ask, token }: Said) {
  const asked = token ? null : await makeInvitation(rt, at, ask);
  const link = token ?? asked!.token;
  await withTokenAtOnce(rt, "answer", link, (ctx, invitationNumber) =>
    recordResponse(ctx, { invitationNumber, score, comment, contact }),
  );
  await at.run((ctx) => considerWaiting(ctx, { most: 50 }));
  return { token: link, number: asked?.number ?? 0 };
}

const casesOf = (at: TestWorkspace) => at.run((ctx) => ctx.db.select().from(cases).orderBy(cases.number));
const alertsOf = async (at: TestWorkspace) => {
  await tellAllAlerts(rt);
  return at.run((ctx) =>
    ctx.db
      .select()
      .from(outboundMails)
      .where(and(eq(outboundMails.workspaceId, ctx.workspaceId), eq(outboundMails.kind, "case_alert"))),
  );
};

describe("a case that a rule opens", () => {
  it("is for whom, by when and with which tags the rule says, and names the rule", async () => {
    const fjordline = await makeWorkspace(rt);
    const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
    const { ruleId } = await rule(fjordline, {
      ...{ name: "Late", conditions: [{ kind: "words", any: ["late"] }], people: [bo.id] },
      ...{ dueHours: "4", tags: ["Delivery"] },
    });
    await answer(fjordline, { score: 10, comment: "Late, but kind." });
    await answer(fjordline, { score: 10, comment: "Chocolate!" });
    const [one, other] = await casesOf(fjordline);
    expect(other).toBeUndefined();
    expect(one).toMatchObject({
      ...{ assigneeId: bo.id, ruleId, dueHours: 4 },
      dueAt: new Date(testNow.getTime() + 4 * 3_600_000),
      soonAt: new Date(testNow.getTime() + 3 * 3_600_000),
    });
    expect(
      (await fjordline.run((ctx) => listTags(ctx, { caseId: one!.id }))).map(({ name }) => name),
    ).toEqual(["Delivery"]);
    const events = await fjordline.run((ctx) =>
      ctx.db.select().from(caseEvents).where(eq(caseEvents.caseId, one!.id)).orderBy(caseEvents.id),
    );
    expect(events.map(({ kind, detail }) => ({ kind, rule: detail.rule }))).toEqual([
      { kind: "opened", rule: "Late" },
      { kind: "tagged", rule: undefined },
    ]);
    expect((await alertsOf(fjordline)).map(({ toAddress }) => toAddress)).toEqual([bo.email]);
  });

  it("has the hours of its rule again when it comes back after closing", async () => {
    const fjordline = await makeWorkspace(rt);
    await rule(fjordline, { dueHours: "2" });
    await answer(fjordline, { score: 3 });
    const [one] = await casesOf(fjordline);
    const nextDay = new Date(testNow.getTime() + 86_400_000);
    rt.setNow(nextDay);
    await fjordline.run((ctx) => resumeClock(ctx, { ...one!, state: "closed", firstReplyAt: testNow }));
    rt.setNow(testNow);
    const [again] = await casesOf(fjordline);
    expect(again!.dueAt).toEqual(new Date(nextDay.getTime() + 2 * 3_600_000));
  });

  it("goes by the first rule that fits, and by none of those that are off", async () => {
    const fjordline = await makeWorkspace(rt);
    const { ruleId } = await rule(fjordline, { name: "Below", dueHours: "8" });
    await rule(fjordline, { name: "Above", opens: false, conditions: [{ kind: "score", from: 0, to: 2 }] });
    await answer(fjordline, { score: 1, contact: { by: "email" } });
    expect(await casesOf(fjordline)).toEqual([]);
    await answer(fjordline, { score: 3 });
    expect(await casesOf(fjordline)).toMatchObject([{ ruleId, dueHours: 8 }]);
    for (const { id, version } of await fjordline.run(listRules))
      await fjordline.run((ctx) => switchRuleOff(ctx, { ruleId: id, version })).catch(() => {});
    await answer(fjordline, { score: 0 });
    expect(await casesOf(fjordline)).toHaveLength(1);
  });

  it("is one, however the answer changes and whatever rule it would fit then", async () => {
    const fjordline = await makeWorkspace(rt);
    const { ruleId } = await rule(fjordline, {
      name: "Promoters",
      conditions: [{ kind: "group", any: ["promoter"] }],
    });
    const { token } = await answer(fjordline, { score: 8 });
    expect(await casesOf(fjordline)).toEqual([]);
    await answer(fjordline, { score: 9, token });
    await answer(fjordline, { score: 2, comment: "No, after all.", token });
    expect(await casesOf(fjordline)).toMatchObject([{ ruleId }]);
  });

  it("looks at the group of that customer's answer before", async () => {
    const fjordline = await makeWorkspace(rt);
    await rule(fjordline, {
      ...{ name: "Fell", dueHours: "1", conditions: [{ kind: "change", is: "fell_to_detractor" }] },
    });
    const asked = await makeInvitation(rt, fjordline);
    const before = { contactId: asked.contactId, surveyId: asked.surveyId };
    await fjordline.run((ctx) =>
      ctx.db.insert(responses).values({
        ...{ workspaceId: ctx.workspaceId, id: newId(), ...before, score: 9, evidence: "imported" },
        ...{ channel: "import", locale: "en", answeredAt: new Date(0), updatedAt: new Date(0) },
      }),
    );
    await answer(fjordline, { score: 4, token: asked.token });
    await answer(fjordline, { score: 4 });
    expect((await casesOf(fjordline)).map(({ dueHours }) => dueHours)).toEqual([1, null]);
  });

  it("tells the lead of its team, who reads whose it is and which rule says so", async () => {
    const fjordline = await makeWorkspace(rt);
    const [bo, liv] = [
      await makeMember(rt, fjordline, "agent", "Bo Friis"),
      await makeMember(rt, fjordline, "manager", "Liv Dahl"),
    ];
    const teamId = newId();
    await fjordline.run((ctx) =>
      ctx.db.insert(teams).values({
        workspaceId: ctx.workspaceId,
        id: teamId,
        name: "North",
        leadId: liv.id,
        createdAt: ctx.now,
      }),
    );
    await rule(fjordline, { name: "North", people: [bo.id], tellLead: true });
    await answer(fjordline, { score: 3, ask: { teamId } });
    const alerts = await alertsOf(fjordline);
    expect(alerts.map(({ toAddress }) => toAddress).sort()).toEqual([bo.email, liv.email].sort());
    const toLead = alerts.find(({ toAddress }) => toAddress === liv.email)!;
    const mail = await asSystem(rt, fjordline.id, "test", (ctx) => renderAlert(ctx, toLead));
    expect(mail.text).toContain("The case is with Bo Friis.");
    expect(mail.text).toContain("the rule “North” in Fjordline tells the lead");
    expect(mail.subject).not.toContain("the case is yours");
  });

  it("suggests the rule's template in each of its languages, until it is offered no more", async () => {
    const fjordline = await makeWorkspace(rt);
    const nordlys = await makeWorkspace(rt, "Nordlys");
    const template = (locale: "en" | "sv", text: string) =>
      fjordline.run((ctx) => saveTemplate(ctx, { name: "Thanks", locale, text }));
    const { id: templateId } = await template("en", "Thank you, {{first_name}}!");
    await template("sv", "Tack, {{first_name}}!");
    await rule(fjordline, { name: "Thank", conditions: [{ kind: "group", any: ["promoter"] }], templateId });
    await answer(fjordline, { score: 10 });
    const [one] = await casesOf(fjordline);
    const suggested = (at: TestWorkspace) => at.run((ctx) => suggestTemplates(ctx, { caseId: one!.id }));
    expect((await suggested(fjordline)).map(({ locale }) => locale)).toEqual(["en", "sv"]);
    expect(await suggested(nordlys)).toEqual([]);
  });
});

describe("a case that several share", () => {
  it("goes to who has the fewest open ones, in turn where they have as many", async () => {
    const fjordline = await makeWorkspace(rt);
    const people: string[] = [];
    for (const name of ["Bo Friis", "Liv Dahl", "Ea Holm"])
      people.push((await makeMember(rt, fjordline, "agent", name)).id);
    await rule(fjordline, { people });
    for (let n = 0; n < 6; n++) {
      rt.setNow(new Date(testNow.getTime() + n * 60_000));
      await answer(fjordline, { score: 2 });
    }
    rt.setNow(testNow);
    const given = (await casesOf(fjordline)).map(({ assigneeId }) => people.indexOf(assigneeId!));
    expect(given).toEqual([0, 1, 2, 0, 1, 2]);
  });

  it("is shared evenly by workers that come at once", async () => {
    const fjordline = await makeWorkspace(rt);
    const people: string[] = [];
    for (const name of ["Bo Friis", "Liv Dahl"])
      people.push((await makeMember(rt, fjordline, "agent", name)).id);
    await rule(fjordline, { people });
    for (let n = 0; n < 12; n++) {
      const { token } = await makeInvitation(rt, fjordline);
      await withTokenAtOnce(rt, "answer", token, (ctx, invitationNumber) =>
        recordResponse(ctx, { invitationNumber, score: 1, comment: "" }),
      );
    }
    const work = () => fjordline.run((ctx) => considerWaiting(ctx, { most: 4 }));
    await Promise.all([work(), work(), work()]);
    await work();
    const given = (await casesOf(fjordline)).map(({ assigneeId }) => assigneeId);
    expect(given.filter((id) => id === people[0])).toHaveLength(6);
    expect(given).toHaveLength(12);
  });

  it("passes over who is away, and goes to their cover where all are", async () => {
    const fjordline = await makeWorkspace(rt);
    const [bo, liv, ea] = [
      await makeMember(rt, fjordline, "agent", "Bo Friis"),
      await makeMember(rt, fjordline, "agent", "Liv Dahl"),
      await makeMember(rt, fjordline, "agent", "Ea Holm"),
    ];
    const away = (person: typeof bo) =>
      fjordline.run(
        (ctx) =>
          addAbsence(ctx, { userId: person.id, coverId: ea.id, fromDay: "2026-11-23", toDay: "2026-11-27" }),
        person,
      );
    await rule(fjordline, { people: [bo.id, liv.id] });
    await away(bo);
    await answer(fjordline, { score: 2 });
    await answer(fjordline, { score: 2 });
    await away(liv);
    await answer(fjordline, { score: 2 });
    expect((await casesOf(fjordline)).map(({ assigneeId }) => assigneeId)).toEqual([liv.id, liv.id, ea.id]);
  });

  it("goes first to the colleague who knows the customer, and to nobody who left", async () => {
    const fjordline = await makeWorkspace(rt);
    const nordlys = await makeWorkspace(rt, "Nordlys");
    const [bo, liv] = [
      await makeMember(rt, fjordline, "agent", "Bo Friis"),
      await makeMember(rt, fjordline, "agent", "Liv Dahl"),
    ];
    const stranger = await makeMember(rt, nordlys, "agent", "Nina Lie");
    await rule(fjordline, { known: true, people: [liv.id] });
    await answer(fjordline, { score: 2, ask: { employee: "Bo Friis" } });
    await answer(fjordline, { score: 2, ask: { employee: stranger.email } });
    await answer(fjordline, { score: 2 });
    expect((await casesOf(fjordline)).map(({ assigneeId }) => assigneeId)).toEqual([bo.id, liv.id, liv.id]);
  });
});

it("a customer is promised what the rule that will open the case says, and nothing where none will", async () => {
  const fjordline = await makeWorkspace(rt);
  await rule(fjordline, { name: "Fast", dueHours: "2", conditions: [{ kind: "score", from: 0, to: 0 }] });
  await rule(fjordline, {
    name: "Left alone",
    opens: false,
    conditions: [{ kind: "score", from: 5, to: 6 }],
  });
  const promised = async (score: number) => {
    const { token, number } = await makeInvitation(rt, fjordline);
    await withTokenAtOnce(rt, "answer", token, (ctx, invitationNumber) =>
      recordResponse(ctx, { invitationNumber, score, comment: "" }),
    );
    return fjordline.run((ctx) => findNextStep(ctx, number));
  };
  const by = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000);
  expect(await promised(0)).toEqual({ kind: "look", who: null, by: by(2) });
  expect(await promised(1)).toEqual({ kind: "look", who: null, by: by(24) });
  expect(await promised(6)).toBeNull();
  expect(await promised(9)).toBeNull();
});
