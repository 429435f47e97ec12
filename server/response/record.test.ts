import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  invitationCounts,
  responseCountDeltas,
  responseCounts,
  responseCuts,
  responses,
  responseVersions,
  unconsideredResponses,
  workspaces,
} from "#db/schema/index.ts";
import { withToken, withTokenAtOnce } from "#server/entry.ts";
import { markInvitationsSent } from "#server/invitation/mark-sent.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { countResponses, pooled } from "./count.ts";
import { countAsked } from "./count-asked.ts";
import { foldCounts } from "./fold-counts.ts";
import { recordResponse } from "./record.ts";
import { recountResponses } from "./recount.ts";
import type { ContactWish } from "./schema.ts";
import { verifyCounts } from "./verify-counts.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const asked = { locale: "sv", touchpoint: "Delivery", employee: "Bo", attributes: { country: "Sweden" } };

const give = (token: string, score: number, comment = "", contact?: ContactWish) =>
  withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
    recordResponse(at, { invitationNumber, score, comment, contact }),
  );

const answersTo = (invitationId: string, workspace = fjordline) =>
  workspace.run((ctx) => ctx.db.select().from(responses).where(eq(responses.invitationId, invitationId)));

const versionsOf = (responseId: string, workspace = fjordline) =>
  workspace.run((ctx) =>
    ctx.db
      .select()
      .from(responseVersions)
      .where(eq(responseVersions.responseId, responseId))
      .orderBy(responseVersions.version),
  );

const waiting = (workspace: TestWorkspace) =>
  workspace.run((ctx) => ctx.db.select().from(unconsideredResponses).orderBy(unconsideredResponses.version));

describe("an answer", () => {
  it("carries what was frozen when the customer was asked", async () => {
    const invitation = await makeInvitation(rt, fjordline, asked);
    expect(await give(invitation.token, 3, "Sen leverans")).toMatchObject({
      outcome: "recorded",
      version: 1,
    });
    const { campaignId, surveyId, contactId } = invitation;
    expect(await answersTo(invitation.id)).toMatchObject([
      {
        ...asked,
        ...{ campaignId, surveyId, contactId },
        ...{
          score: 3,
          comment: "Sen leverans",
          evidence: "confirmed",
          channel: "email",
          answeredAt: testNow,
        },
      },
    ]);
  });

  it("is changed by a later one, and what it said before is kept with its time", async () => {
    const invitation = await makeInvitation(rt, fjordline);
    await give(invitation.token, 3, "Sen leverans");
    const later = new Date(testNow.getTime() + 3_600_000);
    rt.setNow(later);
    expect(await give(invitation.token, 7)).toMatchObject({ outcome: "changed", version: 2 });
    rt.setNow(testNow);
    const [answer] = await answersTo(invitation.id);
    expect(answer).toMatchObject({
      score: 7,
      comment: null,
      version: 2,
      answeredAt: testNow,
      updatedAt: later,
    });
    expect(await versionsOf(answer!.id)).toMatchObject([
      { version: 1, score: 3, comment: "Sen leverans", givenAt: testNow },
    ]);
  });

  it("stays as it is when the same is sent again", async () => {
    const invitation = await makeInvitation(rt, fjordline);
    const first = await give(invitation.token, 9, "Bra");
    const waitingBefore = await waiting(fjordline);
    expect(await give(invitation.token, 9, "Bra")).toEqual({ ...first, outcome: "unchanged" });
    expect(await waiting(fjordline)).toEqual(waitingBefore);
  });

  it("has a hundred versions at most, and the last stays", async () => {
    const invitation = await makeInvitation(rt, fjordline);
    const outcomes = [];
    for (let n = 0; n <= 100; n++) outcomes.push((await give(invitation.token, n % 2 ? 3 : 8))?.outcome);
    expect(outcomes).toEqual(["recorded", ...Array(99).fill("changed"), "changed_too_often"]);
    expect(await answersTo(invitation.id)).toMatchObject([{ score: 3, version: 100 }]);
    expect(await give(invitation.token, 3)).toMatchObject({ outcome: "unchanged" });
    expect(await fjordline.run(verifyCounts)).toEqual([]);
  });

  it("has the wish to be contacted, which stays when a later answer does not speak of it", async () => {
    const invitation = await makeInvitation(rt, fjordline);
    const phone = "+47 22 33 44 55";
    await give(invitation.token, 9, "Ring", { by: "phone", phone });
    expect(await answersTo(invitation.id)).toMatchObject([{ contactBy: "phone", contactPhone: phone }]);
    expect(await give(invitation.token, 9, "Ring")).toMatchObject({ outcome: "unchanged" });
    expect(await give(invitation.token, 8, "Ring")).toMatchObject({ outcome: "changed", version: 2 });
    expect(await answersTo(invitation.id)).toMatchObject([{ contactBy: "phone", contactPhone: phone }]);

    expect(await give(invitation.token, 8, "Ring", { by: "email" })).toMatchObject({ version: 3 });
    expect(await answersTo(invitation.id)).toMatchObject([{ contactBy: "email", contactPhone: null }]);
    expect(await give(invitation.token, 8, "Ring", { by: "none" })).toMatchObject({ version: 4 });
    const [answer] = await answersTo(invitation.id);
    expect(answer).toMatchObject({ contactBy: null, contactPhone: null });
    expect(await versionsOf(answer!.id)).toMatchObject([
      { score: 9, contactBy: "phone", contactPhone: phone },
      { score: 8, contactBy: "phone", contactPhone: phone },
      { score: 8, contactBy: "email", contactPhone: null },
    ]);
  });

  it("has the drivers that were chosen of the survey's, in its order, and keeps them when it does not speak of them", async () => {
    const drivers = [
      { id: "price", labels: { en: "Price" } },
      { id: "speed", labels: { en: "Speed" } },
      { id: "oldone", labels: { en: "Old" }, retired: true as const },
    ];
    const survey = await fjordline.run((ctx) => makeSurvey(ctx, { drivers }));
    const invitation = await makeInvitation(rt, fjordline, { surveyId: survey.id });
    const choose = (score: number, chosen?: string[]) =>
      withTokenAtOnce(rt, "answer", invitation.token, (at, invitationNumber) =>
        recordResponse(at, { invitationNumber, score, comment: "", drivers: chosen }),
      );
    const kept = async () => (await answersTo(invitation.id))[0]!.drivers;
    await choose(4, ["oldone", "speed", "price", "speed", "other"]);
    expect(await kept()).toEqual(["price", "speed", "oldone"]);
    expect(await choose(4, ["speed", "oldone", "price"])).toMatchObject({ outcome: "unchanged" });
    expect(await choose(5)).toMatchObject({ outcome: "changed", version: 2 });
    expect(await kept()).toEqual(["price", "speed", "oldone"]);
    expect(await choose(5, [])).toMatchObject({ outcome: "changed", version: 3 });
    expect(await kept()).toEqual([]);
    expect((await versionsOf((await answersTo(invitation.id))[0]!.id)).map((one) => one.drivers)).toEqual([
      ["price", "speed", "oldone"],
      ["price", "speed", "oldone"],
    ]);
  });

  it("waits for the dialogue to consider it, and so does every change of it", async () => {
    const invitation = await makeInvitation(rt, nordlys);
    await give(invitation.token, 2);
    await give(invitation.token, 8);
    const [answer] = await answersTo(invitation.id, nordlys);
    expect(await waiting(nordlys)).toMatchObject([
      { responseId: answer!.id, version: 1, attempts: 0 },
      { responseId: answer!.id, version: 2, attempts: 0 },
    ]);
  });

  it("is told to those who look on, unless nothing changed", async () => {
    const invitation = await makeInvitation(rt, fjordline);
    const told: unknown[] = [];
    const giveAndListen = (score: number) =>
      withTokenAtOnce(rt, "answer", invitation.token, (at, invitationNumber) =>
        recordResponse(
          { ...at, nudge: (...nudge) => told.push(nudge) },
          { invitationNumber, score, comment: "" },
        ),
      );
    await giveAndListen(5);
    await giveAndListen(5);
    const [answer] = await answersTo(invitation.id);
    expect(told).toEqual([["responses", answer!.id]]);
  });

  it("can be part of a transaction, and goes with it", async () => {
    const invitation = await makeInvitation(rt, fjordline);
    const failing = withToken(rt, "answer", invitation.token, async (ctx, invitationNumber) => {
      expect(await recordResponse(ctx, { invitationNumber, score: 5, comment: "" })).toMatchObject({
        outcome: "recorded",
      });
      throw new Error("undo it");
    });
    await expect(failing).rejects.toThrow("undo it");
    expect(await answersTo(invitation.id)).toEqual([]);
  });

  it("is refused after its time, and for an invitation that does not exist", async () => {
    const invitation = await makeInvitation(rt, fjordline, { expiresAt: testNow });
    expect(await give(invitation.token, 9)).toEqual({ outcome: "expired" });
    const nobody = rt.tokens.seal("answer", { workspaceKey: fjordline.key, number: 999_999 });
    expect(await give(nobody, 9)).toEqual({ outcome: "unknown" });
    expect(await answersTo(invitation.id)).toEqual([]);
  });

  it("cannot be given to another workspace's invitation", async () => {
    const { number, id } = await makeInvitation(rt, fjordline);
    expect(await give(rt.tokens.seal("answer", { workspaceKey: nordlys.key, number }), 9)).toEqual({
      outcome: "unknown",
    });
    expect(await answersTo(id)).toEqual([]);
  });

  it("leaves no role and no workspace behind on the connection it used", async () => {
    await give((await makeInvitation(rt, fjordline)).token, 9);
    const rows = await Promise.all(
      Array.from(
        { length: 20 },
        () => rt.connection.sql`
          SELECT current_user <> 'svar_app' AS clean, coalesce(current_setting('app.workspace_id', true), '') AS tenant`,
      ),
    );
    for (const [row] of rows) expect(row).toEqual({ clean: true, tenant: "" });
  });
});

const score = fc.integer({ min: 0, max: 10 });
const comment = fc.constantFrom("", "Ja", "Nej");

describe("answers that change", () => {
  it("say what was sent last, and their versions what was sent before, whatever is sent", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(score, comment), { minLength: 1, maxLength: 6 }), async (sent) => {
        const { token, id } = await makeInvitation(rt, fjordline);
        for (const [given, words] of sent) await give(token, given, words);
        const said = sent.filter((one, index) => String(one) !== String(sent[index - 1]));
        const [answer, ...others] = await answersTo(id);
        expect(others).toEqual([]);
        expect(answer!.version).toBe(said.length);
        const history = [...(await versionsOf(answer!.id)), answer!];
        expect(history.map((one) => [one.score, one.comment ?? ""])).toEqual(said);
        expect(history.map((one) => one.version)).toEqual(said.map((_, index) => index + 1));
      }),
      { numRuns: 20 },
    );
    expect(await fjordline.run(verifyCounts)).toEqual([]);
  });

  it("are one answer with a whole history and right counters when many tabs send at once, folded meanwhile", async () => {
    const workspace = await makeWorkspace(rt, "Saimaa");
    const survey = await workspace.run((ctx) => makeSurvey(ctx));
    const step = fc.record({ which: fc.nat(2), score, comment, fold: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const invite = () => makeInvitation(rt, workspace, { surveyId: survey.id });
        const invitations = [await invite(), await invite(), await invite()];
        const outcomes = await Promise.all(
          steps.map(async (one) => {
            const done = await give(invitations[one.which]!.token, one.score, one.comment);
            if (one.fold) await workspace.run((ctx) => foldCounts(ctx));
            return { which: one.which, outcome: done?.outcome };
          }),
        );
        for (const [which, invitation] of invitations.entries()) {
          const mine = outcomes.filter((one) => one.which === which).map(({ outcome }) => outcome);
          const answers = await answersTo(invitation.id, workspace);
          expect(answers).toHaveLength(mine.length > 0 ? 1 : 0);
          if (!answers[0]) continue;
          expect(mine.filter((outcome) => outcome === "recorded")).toHaveLength(1);
          const changes = mine.filter((outcome) => outcome === "changed").length;
          expect(answers[0].version).toBe(1 + changes);
          const history = [...(await versionsOf(answers[0].id, workspace)), answers[0]];
          expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1));
          const sent = steps.filter((one) => one.which === which);
          for (const said of history)
            expect(
              sent.some((one) => one.score === said.score && (one.comment || null) === said.comment),
            ).toBe(true);
        }
        expect(await workspace.run(verifyCounts)).toEqual([]);
      }),
      { numRuns: 25 },
    );
    await workspace.run((ctx) => foldCounts(ctx));
    expect(await workspace.run((ctx) => ctx.db.select().from(responseCountDeltas))).toEqual([]);
    expect(await workspace.run(verifyCounts)).toEqual([]);
  });
});

describe("counters", () => {
  it("have an answer on the day of the workspace's own clocks", async () => {
    const workspace = await makeWorkspace(rt, "Kystlinjen");
    rt.setNow(new Date("2026-11-23T23:30:00Z"));
    await give((await makeInvitation(rt, workspace)).token, 9);
    rt.setNow(testNow);
    const counted = await workspace.run((ctx) => countResponses(ctx, {}, "day"));
    expect(counted.map(({ start }) => start)).toEqual(["2026-11-24"]);
  });

  it("are folded for their own workspace alone", async () => {
    const [here, there] = [await makeWorkspace(rt, "Here"), await makeWorkspace(rt, "There")];
    await give((await makeInvitation(rt, there)).token, 10);
    expect(await here.run((ctx) => foldCounts(ctx))).toBe(0);
    expect(await there.run((ctx) => ctx.db.select().from(responseCountDeltas))).toHaveLength(1);
    expect(await there.run((ctx) => foldCounts(ctx))).toBe(1);
    expect(await there.run((ctx) => ctx.db.select().from(responseCounts))).toMatchObject([
      { score: 10, n: 1 },
    ]);
  });

  it("that are wrong are found, place by place, and set right by a recount", async () => {
    const workspace = await makeWorkspace(rt, "Wrong");
    const invitation = await makeInvitation(rt, workspace);
    await give(invitation.token, 6);
    await workspace.run((ctx) => foldCounts(ctx));
    await workspace.run((ctx) => ctx.db.update(responseCounts).set({ n: 70_000 }));
    await workspace.run((ctx) => ctx.db.update(responseCuts).set({ detractors: 5 }));
    const wrong = await workspace.run(verifyCounts);
    expect(wrong[0]).toEqual({
      day: "2026-11-23",
      surveyId: invitation.surveyId,
      what: "score 6 (email, en)",
      counted: 70_000,
      found: 1,
    });
    expect(wrong.map(({ what }) => what)).toContain("all : detractors");
    expect(await workspace.run(recountResponses)).toBe(wrong.length);
    expect(await workspace.run(verifyCounts)).toEqual([]);
    expect(pooled(await workspace.run((ctx) => countResponses(ctx, {}, "month"))).detractors).toBe(1);
  });

  it("follow the workspace into another time zone by a recount", async () => {
    const workspace = await makeWorkspace(rt, "Mover");
    rt.setNow(new Date("2026-11-23T22:30:00Z"));
    await give((await makeInvitation(rt, workspace)).token, 9);
    rt.setNow(testNow);
    await workspace.run((ctx) => ctx.db.update(workspaces).set({ timezone: "Europe/Helsinki" }));
    await workspace.run(recountResponses);
    const counted = await workspace.run((ctx) => countResponses(ctx, {}, "day"));
    expect(counted).toMatchObject([{ start: "2026-11-24" }]);
    expect(await workspace.run(verifyCounts)).toEqual([]);
  });

  it("are recounted without losing an answer that comes at the same time", async () => {
    const workspace = await makeWorkspace(rt, "Busy");
    const survey = await workspace.run((ctx) => makeSurvey(ctx));
    const tokens = [];
    for (let n = 0; n < 12; n++)
      tokens.push((await makeInvitation(rt, workspace, { surveyId: survey.id })).token);
    await Promise.all(
      tokens.map(async (token, n) => {
        await give(token, n % 11);
        if (n % 3 === 0) await workspace.run(recountResponses);
        if (n % 4 === 0) await workspace.run((ctx) => foldCounts(ctx));
        await give(token, (n + 5) % 11);
      }),
    );
    expect(await workspace.run(verifyCounts)).toEqual([]);
  });
});

describe("who was asked and who answered", () => {
  const asking = async (workspace: TestWorkspace, count: number, surveyId?: string) => {
    const made: Awaited<ReturnType<typeof makeInvitation>>[] = [];
    for (let n = 0; n < count; n++)
      made.push(await makeInvitation(rt, workspace, surveyId ? { surveyId } : {}));
    await workspace.run((ctx) =>
      markInvitationsSent(
        ctx,
        made.map(({ id }) => id),
      ),
    );
    return made;
  };
  const today = { from: "2026-11-23", to: "2026-11-23" };

  it("is counted by the day the mail left, whenever the answer comes and however often it changes", async () => {
    const workspace = await makeWorkspace(rt, "Rate");
    const survey = await workspace.run((ctx) => makeSurvey(ctx));
    const [one, two] = await asking(workspace, 3, survey.id);
    rt.setNow(new Date(testNow.getTime() + 5 * 86_400_000));
    await give(one!.token, 3);
    await give(one!.token, 8);
    await workspace.run((ctx) => foldCounts(ctx));
    await give(two!.token, 8);
    rt.setNow(testNow);
    const asked = (filter: Parameters<typeof countAsked>[1]) =>
      workspace.run((ctx) => countAsked(ctx, filter));
    expect(await asked(today)).toEqual({ sent: 3, answered: 2 });
    expect(await asked({ from: "2026-11-24" })).toEqual({ sent: 0, answered: 0 });
    expect(await asked({ survey: survey.id })).toEqual({ sent: 3, answered: 2 });
    expect(await asked({ survey: one!.campaignId })).toEqual({ sent: 0, answered: 0 });
    await workspace.run(recountResponses);
    expect(await asked(today)).toEqual({ sent: 3, answered: 2 });
  });

  it("is not counted twice when a mail is said to be sent twice, and is another workspace's own", async () => {
    const [here, there] = [await makeWorkspace(rt, "Hither"), await makeWorkspace(rt, "Thither")];
    const made = await asking(here, 2);
    const ids = made.map(({ id }) => id);
    await here.run((ctx) => markInvitationsSent(ctx, ids));
    await there.run((ctx) => markInvitationsSent(ctx, ids));
    expect(await here.run((ctx) => countAsked(ctx, today))).toEqual({ sent: 2, answered: 0 });
    expect(await there.run((ctx) => countAsked(ctx, today))).toEqual({ sent: 0, answered: 0 });
  });

  it("is set right by a recount", async () => {
    const workspace = await makeWorkspace(rt, "Recount");
    const [one] = await asking(workspace, 2);
    await give(one!.token, 3);
    await workspace.run((ctx) => ctx.db.delete(invitationCounts));
    await workspace.run(recountResponses);
    expect(await workspace.run((ctx) => countAsked(ctx, today))).toEqual({ sent: 2, answered: 1 });
  });
});
