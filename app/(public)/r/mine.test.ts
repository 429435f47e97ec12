import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cases, responses } from "#db/schema/index.ts";
import { closeCase } from "#server/case/close.ts";
import { considerWaiting } from "#server/case/consider-waiting.ts";
import { suggestDrivers } from "#server/driver/suggest.ts";
import { withTokenAtOnce } from "#server/entry.ts";
import { recordResponse } from "#server/response/record.ts";
import type { RecordResponse } from "#server/response/schema.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeMember, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { showAnswerPage } from "./_answer/show.ts";
import { sendOwnData, showMine, takeMine } from "./_mine/mine.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const site = "http://localhost:3000";

const request = (init?: RequestInit) => new Request(`${site}/r/x/mine`, init);
const open = async (token: string) => (await showMine(rt, request(), token)).text();
const post = (token: string, fields: Record<string, string>) =>
  takeMine(rt, request({ method: "POST", body: new URLSearchParams(fields) }), token);
const nonceIn = (page: string) => /name="nonce" value="([^"]+)"/.exec(page)![1]!;
const give = (token: string, answer: RecordResponse) =>
  withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
    recordResponse(at, { ...answer, invitationNumber }),
  );
const answersTo = (invitationId: string) =>
  fjordline.run((ctx) => ctx.db.select().from(responses).where(eq(responses.invitationId, invitationId)));

/** An invitation in English whose customer answered 3, then 8. */
async function answered() {
  const survey = await fjordline.run((ctx) => makeSurvey(ctx, { drivers: suggestDrivers() }));
  const asked = await makeInvitation(rt, fjordline, { surveyId: survey.id });
  await give(asked.token, { score: 3, comment: "Late\n<b>again", drivers: ["price"] });
  rt.setNow(new Date(testNow.getTime() + 86_400_000));
  await give(asked.token, { score: 8, comment: "Better", drivers: ["delivery", "ease"] });
  rt.setNow(testNow);
  return asked;
}

describe("the customer's own page", () => {
  it("says what was answered, what it said before, and how to change it, and writes nothing", async () => {
    const { token, id } = await answered();
    const before = await answersTo(id);
    const page = await open(token);
    expect(page).toContain("You answered 8 on 24 November 2026.");
    expect(page).toContain("About: Delivery, How easy it is");
    expect(page).toMatch(/Before you changed it<\/h2><ul><li><p>3 on 23 November 2026<\/p>/);
    expect(page).toContain("Late<br>&lt;b&gt;again");
    expect(page).toContain(`<a href="/r/${token}">Change your answer</a>`);
    expect(page).toContain("Nobody at Fjordline has to do anything about it");
    expect(page).toContain('name="months" value="12"');
    expect(await answersTo(id)).toEqual(before);
  });

  it("asks whoever has not answered yet", async () => {
    const { token } = await makeInvitation(rt, fjordline);
    expect(await open(token)).toContain('name="score"');
  });

  it("takes the wish to be contacted, which opens a case and is told with its owner and time", async () => {
    const asked = await makeInvitation(rt, fjordline, { employee: bo.email });
    await give(asked.token, { score: 10, comment: "Good" });
    const nonce = nonceIn(await open(asked.token));
    const saved = await post(asked.token, { contact: "yes", by: "phone", phone: "+45 12 34 56 78", nonce });
    expect([saved.status, saved.headers.get("location")]).toEqual([303, `/r/${asked.token}/mine`]);
    expect(await answersTo(asked.id)).toMatchObject([
      { score: 10, comment: "Good", contactBy: "phone", version: 2 },
    ]);
    await fjordline.run((ctx) => considerWaiting(ctx, { most: 50 }));
    expect(await open(asked.token)).toContain(
      "Bo Friis at Fjordline will call you on +45 12 34 56 78 by 24 November 2026.",
    );

    await post(asked.token, { by: "phone", phone: "+45 12 34 56 78", nonce });
    expect(await answersTo(asked.id)).toMatchObject([{ contactBy: null, contactPhone: null }]);
  });

  it("says when the matter was closed", async () => {
    const asked = await makeInvitation(rt, fjordline);
    await give(asked.token, { score: 2, comment: "" });
    await fjordline.run((ctx) => considerWaiting(ctx, { most: 50 }));
    const [one] = await fjordline.run((ctx) =>
      ctx.db.select().from(cases).where(eq(cases.invitationId, asked.id)),
    );
    await fjordline.run(
      async (ctx) => closeCase(ctx, { caseId: one!.id, causeId: await causeNamed(ctx), outcome: "Called" }),
      bo,
    );
    expect(await open(asked.token)).toContain("Fjordline closed this on 23 November 2026.");
  });

  it("gives a form back that cannot be taken, and changes nothing", async () => {
    const { token, id } = await answered();
    const nonce = nonceIn(await open(token));
    const noNumber = await post(token, { contact: "yes", by: "phone", phone: "me", nonce });
    expect(noNumber.status).toBe(422);
    expect(await noNumber.text()).toContain('value="me" aria-invalid="true"');
    const old = await post(token, { contact: "yes", by: "email", nonce: "made.up" });
    expect(old.status).toBe(422);
    expect(await old.text()).toContain("Nothing is lost: press Send again.");
    expect(await answersTo(id)).toMatchObject([{ contactBy: null, version: 2 }]);
  });

  it("takes the answer back, and asks again whoever wants to answer after all", async () => {
    const { token, id } = await answered();
    const page = await open(token);
    expect(page).toContain("Withdraw my answer");
    const nonce = nonceIn(page);
    expect((await post(token, { withdraw: "yes", nonce: "made.up" })).status).toBe(422);
    expect(await answersTo(id)).toMatchObject([{ withdrawnAt: null, counts: true }]);
    expect((await post(token, { withdraw: "yes", nonce })).status).toBe(303);
    expect(await answersTo(id)).toMatchObject([
      { withdrawnAt: testNow, counts: false, score: 8, version: 2 },
    ]);

    const after = await open(token);
    expect(after).toContain("You withdrew this answer on 23 November 2026.");
    expect(after).not.toMatch(/Better|Save<|Withdraw my answer/);
    const again = await (await showAnswerPage(rt, request(), token, null)).text();
    expect(again).not.toMatch(/Better|You answered/);
    await post(token, { contact: "yes", by: "email", nonce });
    expect(await answersTo(id)).toMatchObject([{ counts: false, contactBy: null }]);
    await give(token, { score: 9, comment: "" });
    expect(await answersTo(id)).toMatchObject([{ counts: true, withdrawnAt: null, score: 9, version: 3 }]);
  });

  it("hands out the answer as a file, with what the mail says of the customer and no more", async () => {
    const { token } = await answered();
    const file = await sendOwnData(rt, request(), token);
    expect(file.headers.get("content-disposition")).toContain("attachment");
    expect(file.headers.get("cache-control")).toBe("no-store");
    const data = JSON.parse(await file.text());
    expect(data).toMatchObject({
      company: "Fjordline",
      asked: { email: expect.stringContaining("@") },
      answer: { score: 8, comment: "Better", contact: { by: "none" } },
      earlier: [{ score: 3, drivers: [{ id: "price", label: "Price" }], at: testNow.toISOString() }],
    });
    expect(Object.keys(data).sort()).toEqual([
      "answer",
      "asked",
      "company",
      "earlier",
      "language",
      "mayBeQuoted",
      "question",
    ]);
  });

  it("is there for nobody else's link", async () => {
    const asked = await answered();
    const links = [
      rt.tokens.seal("answer", { workspaceKey: nordlys.key, number: asked.number }),
      rt.tokens.seal("opt-out", { workspaceKey: fjordline.key, number: asked.number }),
      (await makeInvitation(rt, fjordline, { expiresAt: testNow })).token,
      "garbage",
    ];
    for (const token of links) {
      expect((await showMine(rt, request(), token)).status).toBe(404);
      expect((await sendOwnData(rt, request(), token)).status).toBe(404);
      expect((await post(token, { contact: "yes", by: "email", nonce: "x" })).status).toBe(404);
    }
  });
});
