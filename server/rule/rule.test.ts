import { eq } from "drizzle-orm";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { caseRuleChanges } from "#db/schema/index.ts";
import { saveTemplate } from "#server/template/save.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { assessRules } from "./assess.ts";
import { endRule } from "./end.ts";
import { listOffered } from "./list-offered.ts";
import { moveRule } from "./move.ts";
import { listChanges, listRules, requireRule, rulesThatDecide } from "./queries.ts";
import { saveRule } from "./save.ts";
import { SaveRule } from "./schema.ts";
import { switchRuleOff } from "./switch-off.ts";
import { tryRule } from "./try.ts";

const rt = await testRuntime();
const nordlys = await makeWorkspace(rt, "Nordlys");

const wording = {
  ...{ name: "Late deliveries", conditions: [{ kind: "words", any: ["late"] }], opens: true, known: true },
  ...{ people: [], dueHours: "4", tellAssignee: true, tellLead: true, tags: ["Delivery"], templateId: null },
};
const typed = (over: object = {}) => SaveRule.parse({ ...wording, on: false, ...over });
const save = (at: TestWorkspace, over: object = {}) => at.run((ctx) => saveRule(ctx, typed(over)));
const names = (at: TestWorkspace) => at.run(async (ctx) => (await listRules(ctx)).map(({ name }) => name));
const deciding = (at: TestWorkspace) =>
  at.run(async (ctx) => (await rulesThatDecide(ctx)).map(({ name }) => name));

describe("the rules of a workspace", () => {
  it("are at first what held before there were rules", async () => {
    const fjordline = await makeWorkspace(rt);
    const rules = await fjordline.run(listRules);
    expect(rules).toMatchObject([
      { name: "Asks to be contacted", conditions: [{ kind: "wish", any: ["email", "phone"] }] },
      { name: "Detractors", conditions: [{ kind: "group", any: ["detractor"] }] },
    ]);
    for (const { actions, onAt } of rules) {
      expect(onAt).toEqual(rt.clock());
      expect(actions).toEqual({
        ...{ opens: true, known: true, people: [], dueHours: null, tellAssignee: true, tellLead: false },
        ...{ tagIds: [], templateId: null, thanks: null },
      });
    }
  });

  it("begin as drafts, are switched on and off, changed and ended, and the log says by whom", async () => {
    const fjordline = await makeWorkspace(rt);
    const { ruleId } = await save(fjordline);
    const usual = ["Asks to be contacted", "Detractors"];
    expect(await names(fjordline)).toEqual(["Late deliveries", ...usual]);
    expect(await deciding(fjordline)).toEqual(usual);
    await save(fjordline, { ruleId, version: 1, on: true });
    expect(await deciding(fjordline)).toEqual(["Late deliveries", ...usual]);
    await save(fjordline, { ruleId, version: 3, name: "Late" });
    expect(await deciding(fjordline)).toEqual(["Late", ...usual]);
    await fjordline.run((ctx) => switchRuleOff(ctx, { ruleId, version: 4 }));
    expect(await deciding(fjordline)).toEqual(usual);
    await fjordline.run((ctx) => endRule(ctx, { ruleId, version: 5 }));
    expect(await names(fjordline)).toEqual(usual);
    const changes = await fjordline.run((ctx) => listChanges(ctx, { ruleId }));
    expect(changes.map(({ kind }) => kind)).toEqual(["made", "changed", "on", "changed", "off", "ended"]);
    expect(new Set(changes.map(({ by }) => by))).toEqual(new Set(["Maja Berg"]));
    await expect(save(fjordline, { ruleId, version: 6 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await save(fjordline, { name: "Late" });
  });

  it("are changed by one of two who saw the same version", async () => {
    const fjordline = await makeWorkspace(rt);
    const { ruleId } = await save(fjordline);
    await save(fjordline, { ruleId, version: 1, dueHours: "8" });
    await expect(save(fjordline, { ruleId, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    const [rule] = await fjordline.run(listRules);
    expect(rule!.actions.dueHours).toBe(8);
  });

  it("are moved up and down, and stay at the end of the list", async () => {
    const fjordline = await makeWorkspace(rt);
    const { ruleId } = await save(fjordline);
    const move = (to: "up" | "down") => fjordline.run((ctx) => moveRule(ctx, { ruleId, to }));
    expect(await move("up")).toEqual({ place: 1, of: 3 });
    expect(await move("down")).toEqual({ place: 2, of: 3 });
    expect(await names(fjordline)).toEqual(["Asks to be contacted", "Late deliveries", "Detractors"]);
    expect(await move("down")).toEqual({ place: 3, of: 3 });
    expect(await move("down")).toEqual({ place: 3, of: 3 });
    await save(fjordline, { name: "Newest" });
    expect(await move("up")).toEqual({ place: 3, of: 4 });
    expect(await names(fjordline)).toEqual([
      ...["Newest", "Asks to be contacted"],
      ...["Late deliveries", "Detractors"],
    ]);
  });

  it("are refused with the field that is wrong", async () => {
    const fjordline = await makeWorkspace(rt);
    const field = (over: object) =>
      save(fjordline, over).then(
        () => null,
        (error) => error.field,
      );
    expect(await field({ name: "DETRACTORS" })).toBe("name");
    expect(await field({ people: ["somebody"] })).toBe("people");
    expect(await field({ templateId: crypto.randomUUID() })).toBe("templateId");
    const problems = (over: object) =>
      SaveRule.safeParse({ ...wording, on: false, ...over }).error?.issues.map(({ path }) => path.join("."));
    expect(problems({ dueHours: "0" })).toEqual(["dueHours"]);
    expect(problems({ dueHours: "2.5" })).toEqual(["dueHours"]);
    expect(problems({ name: " " })).toEqual(["name"]);
    expect(
      problems({ conditions: [{ kind: "attribute", name: "Value", operator: "over", value: "x" }] }),
    ).toEqual(["conditions.0.value"]);
  });

  it("never ask satisfied customers alone for a public review, in whatever language the text is", async () => {
    const fjordline = await makeWorkspace(rt);
    const template = (locale: "en" | "sv", text: string) =>
      fjordline.run((ctx) => saveTemplate(ctx, { name: "Thanks", locale, text }));
    const { id: templateId } = await template("en", "Thank you, {{first_name}}!");
    await template("sv", "Tack! Skriv gärna på https://se.trustpilot.com/evaluate/fjordline.se");
    const promoters = [{ kind: "group", any: ["promoter", "passive"] }];
    await expect(save(fjordline, { templateId, conditions: promoters })).rejects.toMatchObject({
      field: "templateId",
      message: expect.stringContaining("trustpilot"),
    });
    await save(fjordline, { templateId, conditions: [] });
  });

  it("make the tags they give, once, and keep nothing else where no case opens", async () => {
    const fjordline = await makeWorkspace(rt);
    const { ruleId } = await save(fjordline, { tags: ["Delivery", "delivery", "VIP"] });
    const { tags } = await fjordline.run(listOffered);
    expect(tags.map(({ name }) => name)).toEqual(["Delivery", "VIP"]);
    const { actions } = await fjordline.run((ctx) => requireRule(ctx, ruleId));
    expect(actions.tagIds).toHaveLength(2);
    await save(fjordline, { ruleId, version: 1, opens: false });
    expect((await fjordline.run((ctx) => requireRule(ctx, ruleId))).actions).toMatchObject({
      ...{ opens: false, known: false, dueHours: null, tellLead: false, tagIds: [] },
    });
  });

  it("offer who works here", async () => {
    const fjordline = await makeWorkspace(rt);
    const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
    const { people } = await fjordline.run(listOffered);
    expect(people).toContainEqual({ value: bo.id, name: "Bo Friis" });
  });

  it("go with their workspace", async () => {
    const fjordline = await makeWorkspace(rt);
    await save(fjordline, { on: true });
    const owner = postgres(rt.ownerUrl, { max: 1 });
    await owner`DELETE FROM workspaces WHERE id = ${fjordline.id}`;
    const left = await owner`SELECT 1 FROM case_rules WHERE workspace_id = ${fjordline.id}`;
    expect(left).toHaveLength(0);
    await owner.end();
  });
});

it("another workspace sees, tries, changes, moves and ends nothing of them", async () => {
  const fjordline = await makeWorkspace(rt);
  const { ruleId } = await save(fjordline);
  const missing = { code: "NOT_FOUND" };
  await expect(nordlys.run((ctx) => requireRule(ctx, ruleId))).rejects.toMatchObject(missing);
  await expect(save(nordlys, { ruleId, version: 1 })).rejects.toMatchObject(missing);
  await expect(nordlys.run((ctx) => moveRule(ctx, { ruleId, to: "down" }))).rejects.toMatchObject(missing);
  const seen = { ruleId, version: 1 };
  await expect(nordlys.run((ctx) => switchRuleOff(ctx, seen))).rejects.toMatchObject(missing);
  await expect(nordlys.run((ctx) => endRule(ctx, seen))).rejects.toMatchObject(missing);
  expect(await nordlys.run((ctx) => listChanges(ctx, { ruleId }))).toEqual([]);
  expect(await names(nordlys)).toEqual(["Asks to be contacted", "Detractors"]);
  expect((await nordlys.run((ctx) => tryRule(ctx, typed({ ruleId })))).answers).toBe(0);
  expect((await nordlys.run(assessRules)).rules).toHaveLength(2);
  expect((await nordlys.run(listOffered)).tags).toEqual([]);
  const rows = await nordlys.run((ctx) =>
    ctx.db.select().from(caseRuleChanges).where(eq(caseRuleChanges.ruleId, ruleId)),
  );
  expect(rows).toEqual([]);
});
