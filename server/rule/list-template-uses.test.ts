import { expect, it } from "vitest";
import { endTemplate } from "#server/template/end.ts";
import { saveTemplate } from "#server/template/save.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { makeThanking } from "#server/test/thanks.ts";
import { listOffered } from "./list-offered.ts";
import { listTemplateUses } from "./list-template-uses.ts";
import { saveRule } from "./save.ts";
import { SaveRule } from "./schema.ts";

const rt = await testRuntime();

it("says which rules send a text, in whatever language, and which suggest it", async () => {
  const fjordline = await makeWorkspace(rt);
  const { thanks, ask, rule, ruleId } = await makeThanking(fjordline);
  const swedish = { name: "THANKS", locale: "sv", text: "Tack, {{first_name}}!" } as const;
  const { id: tack } = await fjordline.run((ctx) => saveTemplate(ctx, swedish));
  const opening = { opens: true, thanks: null, conditions: [], name: "Call", templateId: ask };
  await fjordline.run((ctx) => saveRule(ctx, SaveRule.parse({ ...rule, ...opening, dueHours: "" })));
  const uses = () => fjordline.run(listTemplateUses);
  expect(await uses()).toEqual(
    expect.arrayContaining([
      { id: thanks, sentBy: ["Thank them"], suggestedBy: [] },
      { id: tack, sentBy: ["Thank them"], suggestedBy: [] },
      { id: ask, sentBy: ["Thank them"], suggestedBy: ["Call"] },
    ]),
  );

  await fjordline.run((ctx) => endTemplate(ctx, { id: thanks }));
  expect((await uses()).map(({ id }) => id).sort()).toEqual([ask, tack].sort());
  const offered = await fjordline.run(listOffered);
  expect(offered.templates.map(({ value }) => value)).not.toContain(thanks);
  expect(offered.endedTemplates).toEqual([{ value: thanks, name: "Thanks", locale: "en", ended: true }]);
  await fjordline.run((ctx) => saveRule(ctx, { ...rule, ruleId, version: 2 }));

  await fjordline.run((ctx) => endTemplate(ctx, { id: tack }));
  await expect(fjordline.run((ctx) => saveRule(ctx, { ...rule, ruleId, version: 3 }))).rejects.toMatchObject({
    code: "INVALID",
    field: "thanks.templateId",
  });
});

it("another workspace knows nothing of it", async () => {
  const fjordline = await makeWorkspace(rt);
  await makeThanking(fjordline);
  const nordlys = await makeWorkspace(rt, "Nordlys");
  expect(await nordlys.run(listTemplateUses)).toEqual([]);
  expect((await nordlys.run(listOffered)).endedTemplates).toEqual([]);
});
