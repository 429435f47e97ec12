import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { responses, unconsideredResponses } from "#db/schema/index.ts";
import { npsFigures } from "#server/dashboard/figures.ts";
import { getDashboard } from "#server/dashboard/queries.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { driversToStore } from "#server/driver/rules.ts";
import { suggestDrivers } from "#server/driver/suggest.ts";
import { withToken } from "#server/entry.ts";
import { getResponse } from "#server/response/get.ts";
import { verifyCounts } from "#server/response/verify-counts.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { answerSurveyLink } from "./answer.ts";
import { closeSurveyLink } from "./close.ts";
import { createSurveyLink } from "./create.ts";
import { findSurveyLink, getSurveyLink, listSurveyLinks } from "./queries.ts";
import { CreateSurveyLink } from "./schema.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");

async function makeLink(over: Partial<CreateSurveyLink> = {}, workspace: TestWorkspace = fjordline) {
  return workspace.run(async (ctx) => {
    const drivers = driversToStore(suggestDrivers(), []);
    const survey = await makeSurvey(ctx, { touchpoint: "Store", drivers });
    const input = CreateSurveyLink.parse({ surveyId: survey.id, kind: "link", name: "Receipt", ...over });
    const { id } = await createSurveyLink(ctx, input);
    const { url } = await getSurveyLink(ctx, { linkId: id });
    return { id, surveyId: survey.id, token: url.split("/").at(-1)!, url };
  });
}

type Given = { nonce: string; score: number; comment?: string; drivers?: string[] };
const give = (token: string, { nonce, score, comment = "", drivers }: Given) =>
  withToken(rt, "survey-link", token, (ctx, number) =>
    answerSurveyLink(ctx, number, { nonce, score, comment, drivers, locale: "sv" }),
  );

const answersBy = (linkId: string, workspace = fjordline) =>
  workspace.run((ctx) => ctx.db.select().from(responses).where(eq(responses.surveyLinkId, linkId)));

describe("a link", () => {
  it("is made with its address, and listed with how many answered", async () => {
    const link = await makeLink({ touchpoint: "Bergen", locale: "nb" });
    expect(link.url).toMatch(/^http:\/\/localhost:3000\/s\/[0-9a-z]+$/);
    await give(link.token, { nonce: "a", score: 9 });
    const listed = await fjordline.run((ctx) => listSurveyLinks(ctx, link));
    expect(listed).toMatchObject([{ id: link.id, url: link.url, answers: 1, locale: "nb", once: false }]);
    expect(listed[0]).not.toHaveProperty("number");
  });

  it("leads nowhere while it is closed, and to the same page again", async () => {
    const link = await makeLink();
    const close = (closed: boolean) =>
      fjordline.run((ctx) => closeSurveyLink(ctx, { linkId: link.id, closed }));
    await close(true);
    expect(await withToken(rt, "survey-link", link.token, findSurveyLink)).toBeNull();
    expect(await give(link.token, { nonce: "a", score: 9 })).toBe(false);
    expect(await answersBy(link.id)).toEqual([]);
    await close(false);
    expect(await give(link.token, { nonce: "a", score: 9 })).toBe(true);
  });

  it("needs a name, and as a kiosk cannot have one answer a browser", () => {
    const surveyId = "01990000-0000-7000-8000-000000000000";
    const problems = (over: object) =>
      CreateSurveyLink.safeParse({ surveyId, kind: "link", name: "Till", ...over }).error?.issues.map(
        ({ path }) => path[0],
      );
    expect(problems({ name: " " })).toEqual(["name"]);
    expect(problems({ kind: "kiosk", once: true })).toEqual(["once"]);
    expect(problems({ kind: "link", once: true })).toBeUndefined();
  });

  it("of another workspace is not found, neither is its survey", async () => {
    const link = await makeLink();
    const { surveyId } = link;
    const input = CreateSurveyLink.parse({ surveyId, kind: "link", name: "Ours" });
    await expect(nordlys.run((ctx) => createSurveyLink(ctx, input))).rejects.toThrow(/survey/);
    const linkId = link.id;
    await expect(nordlys.run((ctx) => getSurveyLink(ctx, { linkId }))).rejects.toThrow(/link/);
    const close = nordlys.run((ctx) => closeSurveyLink(ctx, { linkId, closed: true }));
    await expect(close).rejects.toThrow(/link/);
    expect(await nordlys.run((ctx) => listSurveyLinks(ctx, { surveyId }))).toEqual([]);
    expect(await withToken(rt, "answer", link.token, findSurveyLink)).toBeNull();
  });
});

describe("an answer by a link", () => {
  it("says where it came from, has nobody, and opens no case", async () => {
    const link = await makeLink({ kind: "kiosk", name: "Till 3", touchpoint: "Bergen" });
    await give(link.token, { nonce: "a", score: 2, comment: "Kø", drivers: ["ease", "price", "unheard-of"] });
    const [answer] = await answersBy(link.id);
    expect(answer).toMatchObject({
      ...{ score: 2, comment: "Kø", channel: "kiosk", touchpoint: "Bergen", locale: "sv" },
      ...{ invitationId: null, contactId: null, evidence: "confirmed", counts: true },
    });
    expect(answer!.drivers.toSorted()).toEqual(["ease", "price"]);
    const waiting = await fjordline.run((ctx) =>
      ctx.db.select().from(unconsideredResponses).where(eq(unconsideredResponses.responseId, answer!.id)),
    );
    expect(waiting).toEqual([]);
    const shown = await fjordline.run((ctx) => getResponse(ctx, { responseId: answer!.id }));
    expect(shown.linkName).toBe("Till 3");
  });

  it("has the survey's touchpoint where the link has none of its own", async () => {
    const link = await makeLink();
    await give(link.token, { nonce: "a", score: 8 });
    expect(await answersBy(link.id)).toMatchObject([{ touchpoint: "Store", channel: "link" }]);
  });

  it("is in the score, said to be of nobody who was asked, and not in the response rate", async () => {
    const workspace = await makeWorkspace(rt, "Havn");
    const link = await makeLink({}, workspace);
    await give(link.token, { nonce: "a", score: 10 });
    await give(link.token, { nonce: "b", score: 0 });
    const figures = await workspace.run((ctx) => npsFigures(ctx, {}));
    expect(figures).toMatchObject({ n: 2, nps: 0, notInvited: 2 });
    const dashboard = await workspace.run((ctx) => getDashboard(ctx, DashboardView.parse({})));
    expect(dashboard).toMatchObject({ notInvited: { link: 2, kiosk: 0 }, asked: { sent: 0 } });
  });

  it("is one for each view of the page, whatever is sent from it and in what order, and the counters agree", async () => {
    const sent = fc.record({ nonce: fc.constantFrom("a", "b", "c"), score: fc.integer({ min: 0, max: 10 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 8 }), async (all) => {
        const link = await makeLink();
        await Promise.all(all.map((one) => give(link.token, one)));
        const answers = await answersBy(link.id);
        expect(answers).toHaveLength(new Set(all.map(({ nonce }) => nonce)).size);
        expect(await fjordline.run(verifyCounts)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});
