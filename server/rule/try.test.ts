import fc from "fast-check";
import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { cases, outboundMails, responses, surveys, teams } from "#db/schema/index.ts";
import { considerCase } from "#server/case/consider.ts";
import type { Ctx } from "#server/context.ts";
import { anyCondition, anyFacts, few } from "#server/test/any-rule.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeMember, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { assessRules } from "./assess.ts";
import { listRules } from "./queries.ts";
import { type Facts, fits } from "./rules.ts";
import { saveRule } from "./save.ts";
import { type Condition, Conditions, SaveRule, TryRule } from "./schema.ts";
import { switchRuleOff } from "./switch-off.ts";
import { tryRule } from "./try.ts";

const rt = await testRuntime();
const day = 86_400_000;

const wording = {
  ...{ name: "A rule", conditions: [], opens: true, known: true, people: [], dueHours: "" },
  ...{ tellAssignee: true, tellLead: false, tags: [], templateId: null },
};
const tried = (over: object) => TryRule.parse({ ...wording, ...over });
const kept = (over: object) => SaveRule.parse({ ...wording, on: true, ...over });

async function answer(ctx: Ctx, over: Partial<typeof responses.$inferInsert> & { surveyId: string }) {
  const [row] = await ctx.db
    .insert(responses)
    .values({
      ...{ workspaceId: ctx.workspaceId, id: newId(), score: 3, evidence: "confirmed", channel: "email" },
      ...{ locale: "en", answeredAt: ctx.now, updatedAt: ctx.now },
      ...over,
    })
    .returning();
  return row!;
}

it("a rule is tried on what came in: how many, for whom, in which weeks, and what was opened in truth", async () => {
  const fjordline = await makeWorkspace(rt);
  const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
  const liv = await makeMember(rt, fjordline, "agent", "Liv Dahl");
  await fjordline.run(async (ctx) => {
    const surveyId = (await makeSurvey(ctx)).id;
    const contactId = (await makeContact(rt, ctx, "Anna Lindqvist")).id;
    const given = (days: number, over: object = {}) => {
      const answeredAt = new Date(testNow.getTime() - days * day);
      return answer(ctx, { surveyId, contactId, answeredAt, comment: "Late", ...over });
    };
    const taken = await given(0, { employee: bo.email });
    await considerCase(ctx, { responseId: taken.id });
    await given(1);
    await given(8);
    await given(3, { contactId: null });
    await given(2, { comment: "Chocolate" });
    await given(2, { contactBy: "email" });
    await given(4, { evidence: "imported", channel: "import" });
    await given(5, { withdrawnAt: testNow });
    await given(91);
  });
  const rule = { conditions: [{ kind: "words", any: ["late"] }], people: [bo.id, liv.id] };
  const trial = await fjordline.run((ctx) => tryRule(ctx, tried(rule)));
  expect(trial).toMatchObject({
    ...{ answers: 6, fits: 5, takes: 5, cases: 4, fresh: 3, had: 1, unknown: 1, lost: [], since: null },
    owners: [
      { names: ["Bo Friis", "Liv Dahl"], n: 3 },
      { names: ["Bo Friis"], n: 1 },
    ],
  });
  expect(trial.weeks.slice(-3)).toEqual([
    { monday: "2026-11-09", n: 1 },
    { monday: "2026-11-16", n: 2 },
    { monday: "2026-11-23", n: 1 },
  ]);
  expect(trial.weeks).toHaveLength(14);
  expect(trial.examples).toHaveLength(5);
  expect(trial.examples[0]).toMatchObject({
    name: "Anna Lindqvist",
    score: 3,
    comment: "Late",
    hasCase: true,
  });
  const none = await fjordline.run((ctx) => tryRule(ctx, tried({ ...rule, opens: false })));
  expect(none).toMatchObject({ takes: 5, cases: 0, had: 1, owners: [] });
});

it("says what the rules above take, which rule is never reached, and what no rule takes", async () => {
  const fjordline = await makeWorkspace(rt);
  await fjordline.run(async (ctx) => {
    const surveyId = (await makeSurvey(ctx)).id;
    const contactId = (await makeContact(rt, ctx, "Anna Lindqvist")).id;
    for (const score of [0, 1, 2, 8, 9]) await answer(ctx, { surveyId, contactId, score });
    await answer(ctx, { surveyId, contactId, score: 2, contactBy: "email" });
    await saveRule(ctx, kept({ name: "Worst", conditions: [{ kind: "score", from: 0, to: 1 }] }));
    const [worst, wish, detractors] = await listRules(ctx);
    await saveRule(ctx, kept({ name: "Draft", on: false, conditions: [{ kind: "score", from: 0, to: 2 }] }));
    const { rules, answers, left } = await assessRules(ctx);
    expect(answers).toBe(6);
    expect(left).toEqual({ n: 2, detractors: 0, asked: 0 });
    const lost = (rule: { id: string; name: string }, n: number) => ({ ruleId: rule.id, name: rule.name, n });
    expect(rules.map(({ name, fare }) => ({ name, ...fare }))).toEqual([
      { name: "Draft", takes: 4, fits: 4, lost: [], coveredBy: null },
      { name: "Worst", takes: 2, fits: 2, lost: [], coveredBy: null },
      { name: "Asks to be contacted", takes: 1, fits: 1, lost: [], coveredBy: null },
      { name: "Detractors", takes: 1, fits: 4, lost: [lost(worst!, 2), lost(wish!, 1)], coveredBy: null },
    ]);
    const trial = await tryRule(ctx, tried({ ruleId: detractors!.id, conditions: detractors!.conditions }));
    expect(trial).toMatchObject({ takes: 1, fits: 4, lost: [{ name: "Worst", n: 2 }, { n: 1 }] });

    await saveRule(
      ctx,
      kept({ name: "All", conditions: [{ kind: "group", any: ["detractor", "passive"] }] }),
    );
    const again = await assessRules(ctx);
    expect(again.rules.map(({ fare }) => fare.coveredBy)).toEqual([null, "All", "All", null, "All"]);
    for (const rule of again.rules.filter(({ onAt }) => onAt))
      await switchRuleOff(ctx, { ruleId: rule.id, version: rule.version });
    expect((await assessRules(ctx)).left).toEqual({ n: 6, detractors: 4, asked: 1 });
  });
});

it("a trial, the list and what then happens agree with the rules, whatever they and the answers are", async () => {
  const anyRule = fc.record({ conditions: fc.array(anyCondition, { maxLength: 3 }), opens: fc.boolean() });
  const whole = ({ conditions }: { conditions: Condition[] }) => Conditions.safeParse(conditions).success;
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRule.filter(whole), { minLength: 1, maxLength: 4 }),
      fc.array(anyFacts, { minLength: 1, maxLength: 25 }),
      async (built, all) => {
        const workspace = await makeWorkspace(rt);
        await workspace.run(async (ctx) => {
          const own = { workspaceId: ctx.workspaceId, createdAt: ctx.now };
          for (const id of few.surveys)
            await ctx.db.insert(surveys).values({ ...own, id, name: id, updatedAt: ctx.now });
          for (const id of few.teams) await ctx.db.insert(teams).values({ ...own, id, name: id });
          for (const { id, version } of await listRules(ctx))
            await switchRuleOff(ctx, { ruleId: id, version });
          const rules = built.map((rule, place) => ({ ...rule, name: `Rule ${place}` }));
          for (const rule of rules.toReversed()) await saveRule(ctx, kept(rule));

          const given: { id: string; facts: Facts }[] = [];
          for (const [place, { scoreBefore, ...facts }] of all.entries()) {
            const contactId = (await makeContact(rt, ctx, `Customer ${place}`)).id;
            if (scoreBefore !== null) {
              const at = { answeredAt: new Date(testNow.getTime() - 200 * day) };
              await answer(ctx, { surveyId: facts.surveyId, contactId, score: scoreBefore, ...at });
            }
            const contactPhone = facts.contactBy === "phone" ? "12345678" : null;
            const { id } = await answer(ctx, { ...facts, contactId, contactPhone });
            given.push({ id, facts: { ...facts, scoreBefore } });
          }

          const takenBy = (facts: Facts) => rules.findIndex((rule) => fits(rule, facts));
          const { rules: listed, answers } = await assessRules(ctx);
          expect(answers).toBe(given.length);
          for (const [place, rule] of rules.entries()) {
            const takes = given.filter(({ facts }) => takenBy(facts) === place).length;
            const { id: ruleId, fare } = listed[place]!;
            expect(fare.takes).toBe(takes);
            expect(fare.fits).toBe(given.filter(({ facts }) => fits(rule, facts)).length);
            const trial = await tryRule(ctx, tried({ ...rule, ruleId }));
            expect(trial).toMatchObject({ takes, cases: rule.opens ? takes : 0, had: 0 });
          }
          expect(await ctx.db.select().from(cases)).toEqual([]);
          expect(await ctx.db.select().from(outboundMails)).toEqual([]);

          for (const { id } of given) await considerCase(ctx, { responseId: id });
          const opened = await ctx.db.select({ id: cases.responseId, ruleId: cases.ruleId }).from(cases);
          for (const { id, facts } of given) {
            const place = takenBy(facts);
            const expected = rules[place]?.opens ? listed[place]!.id : undefined;
            expect(opened.find((one) => one.id === id)?.ruleId).toBe(expected);
          }
        });
      },
    ),
    { numRuns: 30 },
  );
}, 120_000);
