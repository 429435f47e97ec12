import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { responses } from "#db/schema/index.ts";
import { closeSurveyLink } from "#server/survey-link/close.ts";
import { createSurveyLink } from "#server/survey-link/create.ts";
import { getSurveyLink } from "#server/survey-link/queries.ts";
import { CreateSurveyLink } from "#server/survey-link/schema.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { respondents } from "../respondents.ts";

const rt = await testRuntime();
const workspace = await makeWorkspace(rt, "Fjordline");
const pages = respondents(async () => rt);
const site = "http://localhost:3000";

async function makeLink(over: Partial<CreateSurveyLink> = {}) {
  return workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx, { texts: { sv: { question: "Hur var besöket?" } } });
    const input = CreateSurveyLink.parse({ surveyId: survey.id, kind: "link", name: "Receipt", ...over });
    const { id } = await createSurveyLink(ctx, input);
    return { id, path: new URL((await getSurveyLink(ctx, { linkId: id })).url).pathname };
  });
}

const get = (path: string, headers: Record<string, string> = {}) =>
  pages.fetch(new Request(site + path, { headers }));
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  pages.fetch(new Request(site + path, { method: "POST", body: new URLSearchParams(fields), headers }));
const nonceIn = (html: string) => /name="nonce" value="([^"]+)"/.exec(html)![1]!;
const nonceOf = async (path: string) => nonceIn(await (await get(path)).text());

/** Opens the page and sends from it five seconds later. */
async function answer(path: string, score: string, headers: Record<string, string> = {}) {
  rt.setNow(testNow);
  const nonce = await nonceOf(path);
  rt.setNow(new Date(testNow.getTime() + 5_000));
  const answered = await post(path, { score, comment: "Takk", nonce }, headers);
  rt.setNow(testNow);
  return answered;
}

const answersBy = (linkId: string) =>
  workspace.run((ctx) => ctx.db.select().from(responses).where(eq(responses.surveyLinkId, linkId)));

describe("the page of a link", () => {
  it("is small, speaks the browser's language, and writes nothing", async () => {
    const { id, path } = await makeLink();
    const page = await get(path, { "accept-language": "sv-SE,sv;q=0.9" });
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(page.headers.get("set-cookie")).toBeNull();
    expect(html).toContain('<html lang="sv"');
    expect(html).toContain("Hur var besöket?");
    expect(html).not.toContain('name="contact"');
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(10_000);
    expect(await answersBy(id)).toEqual([]);
  });

  it("speaks the language that the link was made with", async () => {
    const { path } = await makeLink({ locale: "fi" });
    const html = await (await get(path, { "accept-language": "sv" })).text();
    expect(html).toContain('<html lang="fi"');
  });

  it("takes one answer from each view and thanks for it", async () => {
    const { id, path } = await makeLink();
    const answered = await answer(path, "9");
    expect([answered.status, answered.headers.get("location")]).toEqual([303, `${path}/thanks/9`]);
    expect(answered.headers.get("set-cookie")).toBeNull();
    const thanks = await get(`${path}/thanks/9`);
    expect(await thanks.text()).not.toContain('id="next"');
    expect(await answersBy(id)).toMatchObject([{ score: 9, comment: "Takk", channel: "link" }]);

    const nonce = await nonceOf(path);
    rt.setNow(new Date(testNow.getTime() + 5_000));
    for (const score of ["3", "3", "4"]) await post(path, { score, nonce });
    rt.setNow(testNow);
    expect(await answersBy(id)).toHaveLength(2);
  });

  it.each([
    ["without a number", { comment: "Half a thought" }, 422, "Half a thought"],
    ["with a comment of a million characters", { score: "3", comment: "x".repeat(1_000_000) }, 413, ""],
    ["with a nonce that is not ours", { score: "3", comment: "Kept", nonce: "x.y.z" }, 422, "Kept"],
  ])("counts nothing %s and keeps what was typed", async (_, fields, status, kept) => {
    const { id, path } = await makeLink();
    const nonce = await nonceOf(path);
    rt.setNow(new Date(testNow.getTime() + 5_000));
    const refused = await post(path, { nonce, ...fields });
    rt.setNow(testNow);
    expect(refused.status).toBe(status);
    expect(await refused.text()).toContain(kept);
    expect(await answersBy(id)).toEqual([]);
  });

  it("takes nothing within a second of being shown, and the same soon after", async () => {
    const { id, path } = await makeLink();
    const nonce = await nonceOf(path);
    const hasty = await post(path, { score: "10", nonce });
    expect(hasty.status).toBe(422);
    rt.setNow(new Date(testNow.getTime() + 3_000));
    const answered = await post(path, { score: "10", nonce: nonceIn(await hasty.text()) });
    rt.setNow(testNow);
    expect(answered.status).toBe(303);
    expect(await answersBy(id)).toHaveLength(1);
  });

  it("takes thirty answers from one address in ten minutes, and others go on", async () => {
    const { id, path } = await makeLink();
    const from = (address: string) => ({ "x-forwarded-for": address });
    const taken = [];
    for (let n = 0; n < 31; n++) taken.push((await answer(path, "10", from("203.0.113.7"))).status);
    expect(taken).toEqual([...Array(30).fill(303), 429]);
    expect((await answer(path, "1", from("203.0.113.8"))).status).toBe(303);
    expect(await answersBy(id)).toHaveLength(31);
  });

  it("knows a browser that answered only where each may answer once", async () => {
    const { id, path } = await makeLink({ once: true });
    const answered = await answer(path, "9");
    const cookie = answered.headers.get("set-cookie")!;
    expect(cookie).toContain(`Path=${path};`);
    expect(cookie).toContain("HttpOnly");
    const known = { cookie: `other=1; ${cookie.split(";")[0]}` };
    expect(await (await get(path, known)).text()).not.toContain('name="score"');
    expect((await answer(path, "0", known)).status).toBe(200);
    expect(await answersBy(id)).toHaveLength(1);
    const elsewhere = await makeLink({ once: true });
    expect(await (await get(elsewhere.path, known)).text()).toContain('name="score"');
  });

  it("of a kiosk leads from the thanks to the next person, and keeps no draft", async () => {
    const { path } = await makeLink({ kind: "kiosk" });
    expect(await (await get(path)).text()).not.toContain("sessionStorage");
    const thanks = await (await get(`${path}/thanks/3`)).text();
    expect(thanks).toContain(`<a id="next" href="${path}">`);
  });

  it("is gone when it is closed, and looks like one that never was", async () => {
    const { id, path } = await makeLink();
    await workspace.run((ctx) => closeSurveyLink(ctx, { linkId: id, closed: true }));
    const bodies = [];
    for (const address of [path, `${path}/thanks/3`, "/s/0000000000000000"]) {
      const page = await get(address);
      expect(page.status).toBe(404);
      bodies.push((await page.text()).replaceAll(/nonce="[^"]+"/g, ""));
    }
    expect(new Set(bodies).size).toBe(1);
    expect((await post(path, { score: "3" })).status).toBe(404);
  });

  it("takes no link of a mail for one of its own", async () => {
    const { token } = await makeInvitation(rt, workspace);
    expect((await get(`/s/${token}`)).status).toBe(404);
  });
});
