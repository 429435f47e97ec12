import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { accounts, campaigns, quoteConsents, workspaces } from "#db/schema/index.ts";
import { withTokenAtOnce } from "#server/entry.ts";
import { erasePerson } from "#server/own-data/erase.ts";
import { recordResponse } from "#server/response/record.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace } from "#server/test/factories.ts";
import { showAnswerPage } from "./_answer/show.ts";
import { showThanks } from "./_answer/thank.ts";
import { sendOwnData, showMine } from "./_mine/mine.ts";
import { takeQuote } from "./_quote/take.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const asks = (asksToQuote: boolean) =>
  fjordline.run((ctx) =>
    ctx.db.update(workspaces).set({ asksToQuote }).where(eq(workspaces.id, ctx.workspaceId)),
  );
await asks(true);

const request = (init?: RequestInit) => new Request("http://localhost:3000/r/x", init);
const post = (token: string, fields: Record<string, string>) =>
  takeQuote(rt, request({ method: "POST", body: new URLSearchParams(fields) }), token);
const thanks = async (token: string) => (await showThanks(rt, request(), token)).text();
const mine = async (token: string) => (await showMine(rt, request(), token)).text();
/** What the form about quoting sends along. */
const fieldsIn = (page: string) => ({
  page: /name="page" value="([^"]+)"/.exec(page)![1]!,
  nonce: /name="page" value="[^"]+"><input type="hidden" name="nonce" value="([^"]+)"/.exec(page)![1]!,
});

async function wrote(comment = "Quick <b>& kind", over = {}, score = 2) {
  const asked = await makeInvitation(rt, fjordline, over);
  await withTokenAtOnce(rt, "answer", asked.token, (at, invitationNumber) =>
    recordResponse(at, { invitationNumber, score, comment }),
  );
  return asked;
}

describe("the question whether words may be quoted", () => {
  it("stands after Send and on the own page with nothing chosen, whatever the score", async () => {
    const { token } = await wrote();
    for (const page of [await thanks(token), await mine(token)]) {
      expect(page).toContain("May Fjordline quote your words?");
      expect(page).toContain("Quick &lt;b&gt;&amp; kind");
      expect(page).not.toMatch(/name="manner"[^>]* checked/);
    }
  });

  it("is not put where nothing was written, nor where the workspace does not ask", async () => {
    expect(await thanks((await wrote("")).token)).not.toContain('id="quote"');
    const { token } = await wrote();
    await asks(false);
    expect(await thanks(token)).not.toContain('id="quote"');
    await asks(true);
  });

  it("is put on the own page alone after a neutral survey", async () => {
    const { token, campaignId } = await wrote();
    await fjordline.run((ctx) =>
      ctx.db.update(campaigns).set({ neutral: true }).where(eq(campaigns.id, campaignId)),
    );
    expect(await thanks(token)).not.toContain('id="quote"');
    expect(await mine(token)).toContain('id="quote"');
  });

  it("takes the consent and leads back to the page that asked, which lets it be taken back", async () => {
    const { token } = await wrote();
    const asked = await thanks(token);
    const given = await post(token, { ...fieldsIn(asked), version: "1", manner: "anonymous" });
    expect([given.status, given.headers.get("location")]).toEqual([303, `/r/${token}/thanks#quote`]);
    const page = await thanks(token);
    expect(page).toContain("Fjordline may quote your words");
    expect(page).toContain("You allowed this on 23 November 2026.");
    expect(page).toContain("<b>Without a name</b>");
    const file = await (await sendOwnData(rt, request(), token)).json();
    expect(file.mayBeQuoted).toMatchObject({ manner: "anonymous" });

    await asks(false);
    const own = await mine(token);
    expect(own).toContain("Take it back");
    const back = await post(token, { ...fieldsIn(own), takeBack: "yes" });
    expect(back.headers.get("location")).toBe(`/r/${token}/mine#quote`);
    expect(await mine(token)).toContain("You took this back on 23 November 2026.");
    expect(await mine(token)).not.toContain('name="manner"');
    await asks(true);
    expect(await thanks(token)).toContain('name="manner"');
  });

  it("speaks of a company only with a customer who is known to have one", async () => {
    const { token } = await wrote();
    expect(await thanks(token)).toMatch(/With my name<.*Without a name</);
    expect(await thanks(token)).not.toContain("my company");
    const accountId = newId();
    await fjordline.run(async (ctx) => {
      const { workspaceId, now } = ctx;
      await ctx.db.insert(accounts).values({ workspaceId, id: accountId, name: "Nordhavn", createdAt: now });
    });
    const atWork = await wrote("Quick", { accountId });
    expect(await thanks(atWork.token)).toMatch(/With my name and company<.*Only with my company</);
  });

  it("leaves the pages within the eight statements they may have (UX.md 6)", async () => {
    const { token } = await wrote("Quick", {}, 9);
    await post(token, { ...fieldsIn(await thanks(token)), version: "1", manner: "name" });
    for (const page of [thanks, mine]) {
      await page(token);
      const sent: string[] = [];
      rt.connection.sql.options.debug = (_connection, text) => {
        if (!/^(?:begin|commit)/.test(text)) sent.push(text);
      };
      await page(token);
      rt.connection.sql.options.debug = false;
      expect(sent.length, sent.join("\n")).toBeLessThanOrEqual(8);
    }
  });

  it.each([
    ["no manner", { version: "1" }, "Choose how you may be named"],
    ["another manner", { version: "1", manner: "loud" }, "Choose how you may be named"],
    ["other words", { version: "7", manner: "name" }, "your words have changed since"],
    ["an old page", { version: "1", manner: "name", nonce: "x" }, "open for too long"],
  ])("comes back with the reason when it was sent with %s", async (_, fields, said) => {
    const { token } = await wrote();
    const kept = () => fjordline.run((ctx) => ctx.db.$count(quoteConsents));
    const before = await kept();
    const refused = await post(token, { ...fieldsIn(await thanks(token)), ...fields });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain(said);
    expect(page).toContain("<title>Error:");
    expect(page).not.toContain("Nothing has been sent");
    expect(await kept()).toBe(before);
  });

  it("can be taken back when the time of the link is over, and the link says that it was", async () => {
    const { token, contactId } = await wrote();
    await post(token, { ...fieldsIn(await thanks(token)), version: "1", manner: "name" });
    rt.setNow(new Date(testNow.getTime() + 60 * 86_400_000));
    const late = await (await showAnswerPage(rt, request(), token, 2)).text();
    expect(late).toContain("Fjordline may quote your words");
    expect(late).not.toContain('name="score"');
    const refused = await post(token, { ...fieldsIn(late), takeBack: "yes", nonce: "x" });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("<title>Error:")]);
    await post(token, { ...fieldsIn(late), takeBack: "yes" });
    const after = await mine(token);
    expect(after).toContain("You took this back on 22 January 2027. Fjordline may not quote your words.");
    expect(after).not.toContain("<form");
    await fjordline.run((ctx) => erasePerson(ctx, contactId!));
    expect((await showMine(rt, request(), token)).status).toBe(404);
    expect((await showAnswerPage(rt, request(), token, 2)).status).toBe(404);
    rt.setNow(testNow);
  });

  it("is nothing to a token that is not ours", async () => {
    expect((await post("nonsense", { takeBack: "yes" })).status).toBe(404);
  });
});
