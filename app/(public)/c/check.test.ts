import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { recoveryAnswers, recoveryChecks } from "#db/schema/index.ts";
import { closeCase } from "#server/case/close.ts";
import { getCase } from "#server/case/queries.ts";
import { erasePerson } from "#server/own-data/erase.ts";
import { causeNamed } from "#server/test/causes.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { askAllDueChecks } from "#server/worker/all-workspaces.ts";
import { respondents } from "../respondents.ts";

const rt = await testRuntime();
const pages = respondents(async () => rt);
const site = "http://localhost:3000";
beforeEach(() => rt.setNow(testNow));
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");

const later = (days: number) => rt.setNow(new Date(testNow.getTime() + days * 86_400_000));
const get = (path: string, init: RequestInit = {}) => pages.fetch(new Request(site + path, init));
const post = (path: string, fields: Record<string, string>) =>
  pages.fetch(new Request(site + path, { method: "POST", body: new URLSearchParams(fields) }));
const nonceOf = async (page: Response) => /name="nonce" value="([^"]+)"/.exec(await page.text())![1]!;
const without = (html: string) => html.replaceAll(/nonce="[^"]+"/g, "");

/** A customer who has been asked whether it is solved, and the path of the mail's links. */
async function asked(over: { locale?: string } = {}) {
  const made = await makeOpenCase(rt, fjordline, over);
  const { caseId } = made;
  await fjordline.run(
    async (ctx) => closeCase(ctx, { caseId, causeId: await causeNamed(ctx), outcome: "Sent again" }),
    bo,
  );
  later(14);
  await askAllDueChecks(rt);
  const [check] = await fjordline.run((ctx) =>
    ctx.db.select().from(recoveryChecks).where(eq(recoveryChecks.caseId, caseId)),
  );
  const token = rt.tokens.seal("recovery-check", { workspaceKey: fjordline.key, number: check!.number });
  return { ...made, check: check!, path: `/c/${token}` };
}

const answersTo = (checkId: string) =>
  fjordline.run((ctx) => ctx.db.select().from(recoveryAnswers).where(eq(recoveryAnswers.checkId, checkId)));
const everythingWritten = async () => {
  const [row] = await fjordline.run((ctx) =>
    ctx.db.execute(sql`SELECT (SELECT count(*) FROM recovery_answers) AS answers,
      (SELECT count(*) FROM case_events) AS events, (SELECT count(*) FROM outbound_mails) AS mails,
      (SELECT string_agg(state::text || coalesce(last_inbound_at::text, ''), ',' ORDER BY id) FROM cases) AS cases`),
  );
  return row;
};

describe("the page of a check", () => {
  it("has the answer of the link chosen and writes nothing, however often it is asked for", async () => {
    const { path } = await asked();
    const before = await everythingWritten();
    for (const answer of ["yes", "partly", "no", "maybe", ""]) {
      for (const method of ["HEAD", "GET"]) {
        const page = await get(answer ? `${path}/${answer}` : path, { method });
        expect([page.status, page.headers.get("set-cookie")]).toEqual([200, null]);
        if (method === "HEAD") continue;
        const html = await page.text();
        const chosen = [...html.matchAll(/value="(\w+)"(?: id="answer")? checked/g)].map((match) => match[1]);
        expect(chosen).toEqual(["yes", "partly", "no"].includes(answer) ? [answer] : []);
      }
    }
    expect((await get(`${path}/thanks`)).status).toBe(200);
    expect(await everythingWritten()).toEqual(before);
  });

  it("speaks the customer's language, names who asks and when it was closed, and weighs little", async () => {
    const { path } = await asked({ locale: "fi" });
    const html = await (await get(`${path}/partly`)).text();
    expect(html).toContain('<html lang="fi"');
    expect(html).toContain("<h1>Onko asia ratkennut?</h1>");
    expect(html).toContain("Fjordline päätti asian käsittelyn 23. marraskuuta 2026");
    expect(html).toContain(`href="/u/`);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(10_000);
  });
});

describe("an answer", () => {
  it("counts when Send is pressed, opens the case again, and can be changed", async () => {
    const { path, caseId, check } = await asked();
    const nonce = await nonceOf(await get(`${path}/no`));
    const sent = await post(path, { answer: "partly", comment: "One crate\r\nis missing.", nonce });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `${path}/thanks`]);
    expect(await answersTo(check.id)).toMatchObject([
      { answer: "partly", comment: "One crate\nis missing." },
    ]);
    expect((await fjordline.run((ctx) => getCase(ctx, { caseId }))).case.state).toBe("open");
    const thanks = await (await get(`${path}/thanks`)).text();
    expect(thanks).toContain("You answered “Partly”.");
    expect(thanks).toContain("Bo Friis at Fjordline takes it up again.");

    const again = await (await get(path)).text();
    expect(again).toContain("You answered “Partly” on 7 December 2026.");
    expect(again).toContain("One crate\nis missing.</textarea>");
    await post(path, { answer: "yes", comment: "", nonce });
    expect((await answersTo(check.id)).map(({ answer }) => answer)).toEqual(["partly", "yes"]);
    expect(await (await get(`${path}/thanks`)).text()).toContain("There is nothing more for you to do.");
  });

  it("that cannot be taken comes back as it was typed, with the reason", async () => {
    const { path, check } = await asked();
    const nonce = await nonceOf(await get(path));
    const none = await post(path, { comment: "But <why>", nonce });
    expect(none.status).toBe(422);
    const html = await none.text();
    expect(html).toMatch(/role="alert".*<a href="#answer">Choose one of the three answers/);
    expect(html).toContain("But &lt;why&gt;</textarea>");
    const long = await post(path, { answer: "no", comment: "x".repeat(5001), nonce });
    expect(long.status).toBe(422);
    expect(await long.text()).toMatch(/value="no" checked/);
    for (const wrong of ["", "made.up.one"]) {
      const page = await post(path, { answer: "no", comment: "", nonce: wrong });
      expect(page.status).toBe(422);
      expect(await page.text()).toContain("The page had been open for too long");
    }
    expect(await answersTo(check.id)).toEqual([]);
  });
});

describe("a link that leads nowhere", () => {
  it("is the same page for one that is too old, cancelled, of another purpose, forged, or of somebody erased", async () => {
    const never = without(await (await get("/c/0000")).text());
    const cancelled = await asked();
    await fjordline.run((ctx) =>
      ctx.db
        .update(recoveryChecks)
        .set({ cancelledAt: ctx.now, cancelledBecause: "called_off" })
        .where(eq(recoveryChecks.id, cancelled.check.id)),
    );
    rt.setNow(testNow);
    const erased = await asked();
    await fjordline.run((ctx) => erasePerson(ctx, erased.contact.id));
    rt.setNow(testNow);
    const old = await asked();
    const target = { workspaceKey: fjordline.key, number: old.check.number };
    const answerToken = rt.tokens.seal("answer", target);
    const foreign = rt.tokens.seal("recovery-check", { ...target, workspaceKey: nordlys.key });
    const nonce = await nonceOf(await get(old.path));
    later(14 + 30);
    for (const path of [old.path, cancelled.path, erased.path, `/c/${answerToken}`, `/c/${foreign}`]) {
      for (const link of [path, `${path}/no`, `${path}/thanks`]) {
        const page = await get(link);
        expect(page.status, link).toBe(404);
        expect(without(await page.text()), link).toBe(never);
      }
    }
    expect((await post(old.path, { answer: "no", nonce })).status).toBe(404);
    expect(await answersTo(old.check.id)).toEqual([]);
  });
});
