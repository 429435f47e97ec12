import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { responses, responseVersions } from "#db/schema/index.ts";
import { considerWaiting } from "#server/case/consider-waiting.ts";
import { suggestDrivers } from "#server/driver/suggest.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeMember, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { showOptOut } from "../u/_opt-out/opt-out.ts";
import { showAnswerPage } from "./_answer/show.ts";
import { takeAnswer } from "./_answer/take.ts";
import { showThanks } from "./_answer/thank.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const site = "http://localhost:3000";

const open = (token: string, score: number | null = null, headers: Record<string, string> = {}) =>
  showAnswerPage(rt, new Request(`${site}/r/${token}`, { headers }), token, score);

const nonceIn = (page: string) => /name="nonce" value="([^"]+)"/.exec(page)![1]!;

const post = (token: string, fields: Record<string, string> | FormData) =>
  takeAnswer(
    rt,
    new Request(`${site}/r/${token}`, {
      method: "POST",
      body: fields instanceof FormData ? fields : new URLSearchParams(fields),
    }),
    token,
  );

/** What a person does: opens the link and presses Send. */
async function answer(token: string, score: string, comment = "") {
  const nonce = nonceIn(await (await open(token)).text());
  return post(token, { score, comment, nonce });
}

const answersTo = (invitationId: string) =>
  fjordline.run((ctx) => ctx.db.select().from(responses).where(eq(responses.invitationId, invitationId)));

describe("the answer page", () => {
  it("has the score of the link chosen and counts nothing, however often it is opened", async () => {
    const asked = await makeInvitation(rt, fjordline);
    const before = await everythingWritten();
    for (const score of [null, 3, 7]) {
      const page = await open(asked.token, score);
      expect(page.status).toBe(200);
      const chosen = /name="score" value="(\d+)"(?: id="score-0")? checked/.exec(await page.text())?.[1];
      expect(chosen).toBe(score === null ? undefined : String(score));
    }
    expect(await everythingWritten()).toEqual(before);
  });

  it("speaks the customer's language and has the survey's own words", async () => {
    const survey = await fjordline.run((ctx) =>
      makeSurvey(ctx, { texts: { sv: { question: "Hur var resan <på riktigt>?" } } }),
    );
    const asked = await makeInvitation(rt, fjordline, { surveyId: survey.id, locale: "sv" });
    const page = await (await open(asked.token)).text();
    expect(page).toContain('<html lang="sv"');
    expect(page).toContain("Hur var resan &lt;på riktigt&gt;?");
  });

  it("addresses the customer as the survey does, on every page of the link", async () => {
    const survey = await fjordline.run((ctx) => makeSurvey(ctx, { tone: "formal" }));
    const asked = await makeInvitation(rt, fjordline, { surveyId: survey.id, locale: "de" });
    const page = await (await open(asked.token, 4)).text();
    expect(page).toContain('<html lang="de"');
    expect(page).toContain("Sie haben 4 gewählt.");
    await answer(asked.token, "4");
    const link = rt.tokens.seal("opt-out", rt.tokens.open("answer", asked.token)!);
    const later = [
      await showThanks(rt, new Request(site), asked.token),
      await showOptOut(rt, new Request(site), link),
    ];
    const texts = await Promise.all(later.map((one) => one.text()));
    expect(texts[0]).toContain("Sie haben mit 4 geantwortet.");
    expect(texts[1]).toContain("Drücken Sie auf die Schaltfläche");
    for (const text of [page, ...texts]) expect(text).not.toMatch(/\b[Dd](?:u|eine?|ich)\b/);
  });

  it("lets nothing in but its own style and script, sets no cookie and is not kept", async () => {
    const asked = await makeInvitation(rt, fjordline);
    const page = await open(asked.token);
    const nonce = /style nonce="([^"]+)"/.exec(await page.text())![1]!;
    const policy = page.headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'nonce-${nonce}'`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("x-robots-tag")).toContain("noindex");
    expect(page.headers.get("set-cookie")).toBeNull();
  });

  it("weighs at most 10 kB", async () => {
    const asked = await makeInvitation(rt, fjordline, { locale: "fi" });
    expect(Buffer.byteLength(await (await open(asked.token, 4)).text())).toBeLessThanOrEqual(10_240);
  });

  it("shows a new wording of the survey at once", async () => {
    const survey = await fjordline.run((ctx) => makeSurvey(ctx));
    const asked = await makeInvitation(rt, fjordline, { surveyId: survey.id });
    expect(await (await open(asked.token)).text()).not.toContain("Well?");
    await fjordline.run((ctx) =>
      ctx.db.execute(sql`UPDATE surveys SET version = version + 1, texts = '{"en":{"question":"Well?"}}',
        updated_at = updated_at + interval '1 s' WHERE id = ${survey.id}`),
    );
    expect(await (await open(asked.token)).text()).toContain("Well?");
  });
});

describe("sending the form", () => {
  it("counts once and leads to the thanks", async () => {
    const asked = await makeInvitation(rt, fjordline);
    const sent = await answer(asked.token, "9", "Tack så mycket");
    expect(sent.status).toBe(303);
    expect(sent.headers.get("location")).toBe(`/r/${asked.token}/thanks`);
    expect(await answersTo(asked.id)).toMatchObject([
      { score: 9, comment: "Tack så mycket", evidence: "confirmed", channel: "email" },
    ]);
    const thanks = await showThanks(rt, new Request(`${site}${sent.headers.get("location")}`), asked.token);
    expect(thanks.status).toBe(200);
    expect(await thanks.text()).toContain("You answered 9.");
  });

  it("counts once when Send is pressed twice, and when one goes back and presses it again", async () => {
    const asked = await makeInvitation(rt, fjordline);
    const nonce = nonceIn(await (await open(asked.token, 4)).text());
    const press = () => post(asked.token, { score: "4", comment: "Late", nonce });
    const both = await Promise.all([press(), press()]);
    expect([...both, await press()].map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await answersTo(asked.id)).toMatchObject([{ score: 4, version: 1 }]);
  });

  it("changes an earlier answer, which the page shows, and keeps what it said", async () => {
    const asked = await makeInvitation(rt, fjordline);
    await answer(asked.token, "4", "Late");
    const page = await (await open(asked.token, 8)).text();
    expect(page).toContain("You answered 4 on 23 November 2026.");
    expect(page).toContain("Late</textarea>");
    await answer(asked.token, "8", "Better now");
    const [changed] = await answersTo(asked.id);
    expect(changed).toMatchObject({ score: 8, comment: "Better now", version: 2 });
    const earlier = await fjordline.run((ctx) =>
      ctx.db.select().from(responseVersions).where(eq(responseVersions.responseId, changed!.id)),
    );
    expect(earlier).toMatchObject([{ version: 1, score: 4, comment: "Late" }]);
  });

  it("takes every driver that was ticked, and shows them again", async () => {
    const drivers = suggestDrivers();
    const survey = await fjordline.run((ctx) => makeSurvey(ctx, { drivers }));
    const asked = await makeInvitation(rt, fjordline, { surveyId: survey.id, locale: "da" });
    const page = await (await open(asked.token)).text();
    expect(page).toContain("<span>Levering</span>");
    const form = new URLSearchParams({ score: "7", nonce: nonceIn(page) });
    for (const id of ["delivery", "price"]) form.append("driver", id);
    const send = () =>
      takeAnswer(rt, new Request(`${site}/r/x`, { method: "POST", body: form }), asked.token);
    expect((await send()).status).toBe(303);
    expect(await answersTo(asked.id)).toMatchObject([{ drivers: ["price", "delivery"] }]);
    expect(await (await open(asked.token)).text()).toContain('value="delivery" checked');

    form.delete("score");
    const refused = await (await send()).text();
    expect(refused).toContain('value="delivery" checked');
    expect(refused).not.toContain('value="quality" checked');
  });

  it("takes the wish to be contacted, and leaves it out when the box is not ticked", async () => {
    const asked = await makeInvitation(rt, fjordline);
    const nonce = nonceIn(await (await open(asked.token)).text());
    const wish = { by: "phone", phone: "+45 12 34 56 78" };
    await post(asked.token, { score: "8", nonce, ...wish });
    expect(await answersTo(asked.id)).toMatchObject([{ contactBy: null, contactPhone: null }]);
    expect((await post(asked.token, { score: "8", nonce, contact: "yes", ...wish })).status).toBe(303);
    expect(await answersTo(asked.id)).toMatchObject([{ contactBy: "phone", contactPhone: wish.phone }]);
    const again = await (await open(asked.token)).text();
    expect(again).toMatch(/id="contact"[^>]* checked/);
    expect(again).toMatch(/id="by-phone"[^>]* checked/);
    expect(again).toContain('value="+45 12 34 56 78"');
    await post(asked.token, { score: "8", nonce, by: "email" });
    expect(await answersTo(asked.id)).toMatchObject([{ contactBy: null, contactPhone: null, version: 3 }]);
  });

  it.each(["", "call me"])("refuses the phone number %j with everything still there", async (phone) => {
    const asked = await makeInvitation(rt, fjordline);
    const nonce = nonceIn(await (await open(asked.token)).text());
    const form = { score: "3", comment: "My words", nonce, contact: "yes", by: "phone", phone };
    const refused = await post(asked.token, form);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('<a href="#phone">Write the phone number');
    expect(page).toContain("My words</textarea>");
    expect(page).toMatch(/id="by-phone"[^>]* checked/);
    expect(page).toContain(`value="${phone}" aria-invalid="true"`);
    expect(await answersTo(asked.id)).toEqual([]);
  });

  it("takes a multipart form as well", async () => {
    const asked = await makeInvitation(rt, fjordline);
    const form = new FormData();
    form.set("score", "10");
    form.set("comment", "Ja\r\ntack");
    form.set("nonce", nonceIn(await (await open(asked.token)).text()));
    expect((await post(asked.token, form)).status).toBe(303);
    expect(await answersTo(asked.id)).toMatchObject([{ score: 10, comment: "Ja\ntack" }]);
  });

  it.each([
    ["no nonce", ""],
    ["a nonce that somebody made up", "mij1rb2p.x.0123456789abcdefghjkmnpqrs"],
  ])("counts nothing with %s, and asks to press Send again with everything still there", async (_, nonce) => {
    const asked = await makeInvitation(rt, fjordline);
    const refused = await post(asked.token, { score: "2", comment: "Typed <b>text</b>", nonce });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("Nothing is lost: press Send again.");
    expect(page).toContain("Typed &lt;b&gt;text&lt;/b&gt;</textarea>");
    expect(page).toContain('value="2" checked');
    expect(await answersTo(asked.id)).toEqual([]);
    expect((await post(asked.token, { score: "2", nonce: nonceIn(page) })).status).toBe(303);
  });

  it("counts nothing with the nonce of another link's page", async () => {
    const [one, other] = [await makeInvitation(rt, fjordline), await makeInvitation(rt, fjordline)];
    const nonce = nonceIn(await (await open(other.token)).text());
    expect((await post(one.token, { score: "2", nonce })).status).toBe(422);
    expect(await answersTo(one.id)).toEqual([]);
  });

  it("takes a page that was open for weeks, and not one that was open for longer than a link lives", async () => {
    const day = 86_400_000;
    const asked = await makeInvitation(rt, fjordline, { expiresAt: new Date(testNow.getTime() + 90 * day) });
    const nonce = nonceIn(await (await open(asked.token)).text());
    rt.setNow(new Date(testNow.getTime() + 31 * day));
    expect((await post(asked.token, { score: "5", nonce })).status).toBe(422);
    rt.setNow(new Date(testNow.getTime() + 29 * day));
    expect((await post(asked.token, { score: "5", nonce })).status).toBe(303);
    rt.setNow(testNow);
  });

  it.each(["", "11", "-1", "7.5", "07", "ten", "1e1", "٧"])(
    "refuses the score %j and says what to choose, with the comment still there",
    async (score) => {
      const asked = await makeInvitation(rt, fjordline);
      const refused = await answer(asked.token, score, "My words");
      expect(refused.status).toBe(422);
      const page = await refused.text();
      expect(page).toContain("<title>Error: ");
      expect(page).toContain('<a href="#score-0">Choose a number from 0 to 10.</a>');
      expect(page).toContain("My words</textarea>");
      expect(await answersTo(asked.id)).toEqual([]);
    },
  );

  it("refuses a comment of 5,001 characters with all of it still there, and takes one of 5,000", async () => {
    const asked = await makeInvitation(rt, fjordline);
    const refused = await answer(asked.token, "6", "ä".repeat(5_001));
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain(`${"ä".repeat(5_001)}</textarea>`);
    expect(page).toContain('value="6" checked');
    expect((await answer(asked.token, "6", "ä".repeat(5_000))).status).toBe(303);
  });

  it("strips control characters from a comment and keeps its lines", async () => {
    const asked = await makeInvitation(rt, fjordline);
    await answer(asked.token, "6", "\u0000One\u0007\r\nTwo\u009b\ttwo\u001b ");
    expect(await answersTo(asked.id)).toMatchObject([{ comment: "One\nTwo\ttwo" }]);
  });

  it("refuses a form of more than 64 kB without reading all of it", async () => {
    const asked = await makeInvitation(rt, fjordline);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(97));
      },
    });
    const init: RequestInit & { duplex: "half" } = {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: endless,
      duplex: "half",
    };
    const request = new Request(`${site}/r/${asked.token}`, init);
    expect((await takeAnswer(rt, request, asked.token)).status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  it("does not fall over a body that is no form", async () => {
    const asked = await makeInvitation(rt, fjordline);
    const bodies = [
      ["application/json", '{"score":9}'],
      ["multipart/form-data; boundary=x", "--y\r\nnonsense"],
      ["application/x-www-form-urlencoded", "score=%E0%A4%A&comment=%ff%zz&&=&nonce"],
    ] as const;
    for (const [type, body] of bodies) {
      const request = new Request(`${site}/r/${asked.token}`, {
        method: "POST",
        headers: { "content-type": type },
        body,
      });
      expect((await takeAnswer(rt, request, asked.token)).status).toBe(422);
    }
    expect(await answersTo(asked.id)).toEqual([]);
  });
});

describe("the thanks", () => {
  const thanks = async (token: string) =>
    (await showThanks(rt, new Request(`${site}/r/${token}/thanks`), token)).text();

  it("promise what the case will hold, before and after it is opened, and nothing to the content", async () => {
    const unhappy = await makeInvitation(rt, fjordline, { employee: "Bo Friis" });
    await makeMember(rt, fjordline, "agent", "Bo Friis");
    await answer(unhappy.token, "2");
    const promise = "will look into your answer by 24 November 2026";
    expect(await thanks(unhappy.token)).toContain(`A colleague at Fjordline ${promise}`);
    await fjordline.run((ctx) => considerWaiting(ctx, { most: 50 }));
    expect(await thanks(unhappy.token)).toContain(`Bo Friis at Fjordline ${promise}`);

    const content = await makeInvitation(rt, fjordline);
    await answer(content.token, "9");
    expect(await thanks(content.token)).not.toMatch(/ by \d/);
  });
});

describe("a link that leads nowhere", () => {
  it("looks the same whether it is too old, another purpose's, of nobody or made up", async () => {
    const old = await makeInvitation(rt, fjordline, { expiresAt: testNow });
    const { key: workspaceKey } = fjordline;
    const tokens = [
      old.token,
      rt.tokens.seal("opt-out", { workspaceKey, number: old.number }),
      rt.tokens.seal("answer", { workspaceKey, number: 999_999 }),
      rt.tokens.seal("answer", { workspaceKey: nordlys.key, number: old.number }),
      rt.tokens.seal("answer", { workspaceKey: "zzzzz", number: 1 }),
      `${old.token.slice(0, -1)}0`,
      "garbage",
      "",
    ];
    const pages = [];
    for (const token of tokens) {
      const request = new Request(`${site}/r/x`);
      for (const answered of [
        await open(token),
        await post(token, { score: "3", nonce: "x" }),
        await showThanks(rt, request, token),
      ]) {
        expect(answered.status).toBe(404);
        pages.push((await answered.text()).replace(/nonce="[^"]+"/g, ""));
      }
    }
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain("This link no longer works");
  });

  it("takes no answer after its time even from a page that was opened before", async () => {
    const asked = await makeInvitation(rt, fjordline);
    const nonce = nonceIn(await (await open(asked.token)).text());
    rt.setNow(asked.expiresAt);
    expect((await post(asked.token, { score: "3", nonce })).status).toBe(404);
    rt.setNow(testNow);
    expect(await answersTo(asked.id)).toEqual([]);
  });

  it("speaks the first of our languages that the browser asks for", async () => {
    const heading = async (languages: string) =>
      /<html lang="(\w+)"/.exec(await (await open("x", null, { "accept-language": languages })).text())?.[1];
    expect(await heading("fr-FR,no;q=0.9,en;q=0.8")).toBe("nb");
    expect(await heading("de-AT")).toBe("de");
    expect(await heading("*")).toBe("en");
  });
});

/** Rows per table and the largest identities: what a write of any kind would change. */
async function everythingWritten() {
  const tables = await fjordline.run((ctx) =>
    ctx.db.execute(sql`
      SELECT (SELECT count(*) FROM responses) AS responses, (SELECT count(*) FROM response_versions) AS versions,
        (SELECT count(*) FROM response_count_deltas) AS deltas, (SELECT count(*) FROM suppressions) AS suppressions,
        (SELECT count(*) FROM pgboss.job) AS jobs, (SELECT max(updated_at) FROM responses) AS changed`),
  );
  return [...tables];
}
