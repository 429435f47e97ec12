import { describe, expect, it } from "vitest";
import { responses } from "#db/schema/index.ts";
import { createCampaign } from "#server/campaign/create.ts";
import { previewMail } from "#server/campaign/preview-mail.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { showPreview, thankForTest } from "./_preview/preview.ts";

const rt = await testRuntime();
const workspace = await makeWorkspace(rt);
const id = await workspace.run(async (ctx) => {
  const survey = await makeSurvey(ctx);
  return (await createCampaign(ctx, { name: "Autumn", surveyId: survey.id })).id;
});
const { html } = await workspace.run((ctx) => previewMail(ctx, { id, locale: "sv" }));
const key = /\/r\/preview\/([0-9a-z]+)\/7/.exec(html)![1]!;
const get = new Request("http://localhost/");
const post = (body: Record<string, string>) =>
  new Request("http://localhost/", { method: "POST", body: new URLSearchParams(body) });

describe("the links of a test mail", () => {
  it("show the page in the mail's language, with the score chosen, and say that it is a test", async () => {
    const response = await showPreview(rt, get, key, 7);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('class="test"');
    expect(page).toContain("Hur troligt");
    expect(page).toMatch(/value="7"[^>]* checked/);
    expect(page).toContain(`action="/r/preview/${key}"`);
  });

  it("record nothing when the answer is sent", async () => {
    const response = await thankForTest(rt, post({ score: "3", comment: "only a test" }), key);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('class="test"');
    expect(await workspace.run((ctx) => ctx.db.$count(responses))).toBe(0);
  });

  it("say what is missing and keep what was typed", async () => {
    const response = await thankForTest(rt, post({ comment: "only a test" }), key);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("only a test");
  });

  it("lead nowhere when they were not made here", async () => {
    for (const wrong of [key.replace(/.$/, "~"), `f${key.slice(1)}`, "x", ""]) {
      expect((await showPreview(rt, get, wrong, null)).status).toBe(404);
    }
  });
});
