import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { campaigns, quoteConsents, workspaces } from "#db/schema/index.ts";
import { withToken, withTokenAtOnce } from "#server/entry.ts";
import { erasePerson } from "#server/own-data/erase.ts";
import { gatherOwnData } from "#server/own-data/gather.ts";
import { countListed } from "#server/response/count-listed.ts";
import { exportPart } from "#server/response/export.ts";
import { getResponse } from "#server/response/get.ts";
import { listResponses } from "#server/response/list.ts";
import { recordResponse } from "#server/response/record.ts";
import { ExportResponses, ListFilter, ListResponses } from "#server/response/schema.ts";
import { withdrawResponse } from "#server/response/withdraw.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { giveQuoteConsent } from "./give.ts";
import { findBeside } from "./queries.ts";
import type { QuoteManner } from "./rules.ts";
import { takeBackQuoteConsent } from "./take-back.ts";

const rt = await testRuntime();
const days = (n: number) => new Date(testNow.getTime() + n * 86_400_000);

async function makeAsking(name = "Fjordline"): Promise<TestWorkspace> {
  const workspace = await makeWorkspace(rt, name);
  await workspace.run((ctx) =>
    ctx.db.update(workspaces).set({ asksToQuote: true }).where(eq(workspaces.id, ctx.workspaceId)),
  );
  return workspace;
}

const answer = (token: string, comment: string, score = 4) =>
  withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
    recordResponse(at, { invitationNumber, score, comment }),
  );
const give = (token: string, manner: QuoteManner, version = 1) =>
  withToken(rt, "answer", token, (ctx, invitationNumber) =>
    giveQuoteConsent(ctx, { invitationNumber, manner, version }),
  );
const takeBack = (token: string) => withToken(rt, "answer", token, takeBackQuoteConsent);
const beside = (token: string) => withToken(rt, "answer", token, findBeside);
const standing = async (token: string) => (await beside(token))?.quotable?.standing;
const history = (workspace: TestWorkspace) =>
  workspace.run((ctx) => ctx.db.select().from(quoteConsents).orderBy(quoteConsents.id));
const quotable = ListResponses.parse({ quotable: "yes" });

/** A customer of a workspace that asks, who wrote something. */
async function wrote(comment = "Quick and kind") {
  const workspace = await makeAsking();
  const invitation = await makeInvitation(rt, workspace);
  await answer(invitation.token, comment);
  return { workspace, ...invitation };
}

describe("consent to quote", () => {
  it("is a row with the contact, the time, the manner and the version of the words", async () => {
    const { workspace, token, contactId } = await wrote();
    expect(await standing(token)).toBeNull();
    expect(await give(token, "name")).toBe("given");
    expect(await give(token, "name")).toBe("given");
    expect(await standing(token)).toEqual({ manner: "name", since: testNow });
    expect(await history(workspace)).toMatchObject([
      { manner: "name", version: 1, givenBy: contactId, givenAt: testNow, endedAt: null },
    ]);
    expect(await give(token, "company")).toBe("given");
    expect((await history(workspace)).map(({ manner, endedAs }) => [manner, endedAs])).toEqual(
      expect.arrayContaining([
        ["name", "replaced"],
        ["company", null],
      ]),
    );
  });

  it("is for the words that were shown, and not given where they have changed meanwhile", async () => {
    const { workspace, token } = await wrote();
    await answer(token, "Slow and rude");
    expect(await give(token, "name", 1)).toBe("changed");
    expect(await history(workspace)).toEqual([]);
    expect(await give(token, "name", 2)).toBe("given");
  });

  it("is not asked of anybody who wrote nothing, nor taken where the workspace does not ask", async () => {
    const workspace = await makeWorkspace(rt);
    const { token } = await makeInvitation(rt, workspace);
    await answer(token, "");
    expect(await beside(token)).toMatchObject({ quotable: null });
    await answer(token, "Now with words");
    expect(await beside(token)).toMatchObject({ asks: false, quotable: { standing: null } });
    expect(await give(token, "name", 2)).toBe("unknown");
  });

  it("knows of a neutral survey", async () => {
    const { workspace, token, campaignId } = await wrote();
    await workspace.run((ctx) =>
      ctx.db.update(campaigns).set({ neutral: true }).where(eq(campaigns.id, campaignId)),
    );
    expect(await beside(token)).toMatchObject({ neutral: true });
  });

  it("can be taken back when the answer cannot be changed any more, and not be given then", async () => {
    const { workspace, token } = await wrote();
    await give(token, "company");
    rt.setNow(days(40));
    expect(await beside(token)).toMatchObject({ isOver: true });
    expect(await give(token, "name")).toBe("unknown");
    await takeBack(token);
    await takeBack(token);
    expect(await beside(token)).toMatchObject({ quotable: { standing: null, takenBackAt: days(40) } });
    expect(await history(workspace)).toMatchObject([{ endedAs: "taken_back", endedAt: days(40) }]);
    rt.setNow(testNow);
  });

  it("stands as long as the words do, whatever happens in whatever order", async () => {
    const deed = fc.oneof(
      fc.record({
        kind: fc.constant("give" as const),
        manner: fc.constantFrom("name_and_company", "company", "anonymous"),
      }),
      fc.record({
        kind: fc.constant("answer" as const),
        comment: fc.constantFrom("One", "Two", ""),
        score: fc.integer({ min: 0, max: 10 }),
      }),
      fc.record({ kind: fc.constantFrom("takeBack" as const, "withdraw" as const) }),
    );
    const { workspace, token } = await wrote("One");
    let now = { comment: "One", version: 1, withdrawn: false, score: 4 };
    let stands: string | null = null;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 8 }), async (deeds) => {
        for (const one of deeds) {
          if (one.kind === "give") {
            await give(token, one.manner as QuoteManner, now.version);
            if (now.comment && !now.withdrawn) stands = one.manner;
          } else if (one.kind === "answer") {
            const recorded = await answer(token, one.comment, one.score);
            if (recorded?.outcome === "changed_too_often") continue;
            if (now.comment !== one.comment) stands = null;
            const version = recorded && "version" in recorded ? recorded.version : now.version;
            now = { comment: one.comment, score: one.score, version, withdrawn: false };
          } else if (one.kind === "takeBack") {
            await takeBack(token);
            stands = null;
          } else {
            await withToken(rt, "answer", token, withdrawResponse);
            now = { ...now, withdrawn: true };
            stands = null;
          }
          expect((await standing(token))?.manner ?? null).toBe(stands);
          const { responses } = await workspace.run((ctx) => listResponses(ctx, quotable));
          expect(responses.map(({ quote }) => quote)).toEqual(stands ? [stands] : []);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe("what may be quoted", () => {
  it("narrows list, count and file, and stands beside the answer with its end", async () => {
    const { workspace, token } = await wrote();
    const silent = await makeInvitation(rt, workspace);
    await answer(silent.token, "Not this one");
    await give(token, "company");
    const { responses } = await workspace.run((ctx) => listResponses(ctx, quotable));
    expect(responses).toMatchObject([{ comment: "Quick and kind", quote: "company" }]);
    const count = ListFilter.parse({ quotable: "yes" });
    expect(await workspace.run((ctx) => countListed(ctx, count))).toBe(1);
    const file = ExportResponses.parse({ quotable: "yes" });
    const { rows } = await workspace.run((ctx) => exportPart(ctx, file, null, 10));
    expect(rows.map(({ quote }) => quote)).toEqual(["company"]);

    const responseId = responses[0]!.id;
    const found = () => workspace.run((ctx) => getResponse(ctx, { responseId, q: undefined }));
    expect((await found()).quote).toMatchObject({ manner: "company", givenAt: testNow, endedAt: null });
    await answer(token, "Quick, not kind");
    expect((await found()).quote).toMatchObject({ manner: "company", endedAs: "rewritten" });
  });

  it("is in the customer's own data, and goes when they are erased", async () => {
    const { workspace, token, contactId } = await wrote();
    await give(token, "anonymous");
    const data = await workspace.run((ctx) => gatherOwnData(ctx, contactId!));
    expect(data.answers).toMatchObject([
      { consentToQuote: [{ manner: "anonymous", version: 1, endedAt: null }] },
    ]);
    await workspace.run((ctx) => erasePerson(ctx, contactId!));
    expect(await history(workspace)).toEqual([]);
  });

  it("is in before its customer is erased, or not at all", async () => {
    for (let n = 0; n < 5; n++) {
      const { workspace, token, contactId } = await wrote();
      const both = [workspace.run((ctx) => erasePerson(ctx, contactId!)), give(token, "name")];
      await Promise.all(n % 2 ? both : both.reverse());
      expect(await history(workspace)).toEqual([]);
    }
  });

  it("is nothing to another workspace", async () => {
    const { workspace, number, token } = await wrote();
    await give(token, "name");
    const nordlys = await makeAsking("Nordlys");
    expect(await nordlys.run((ctx) => findBeside(ctx, number))).toBeNull();
    const other = { invitationNumber: number, manner: "company", version: 1 } as const;
    expect(await nordlys.run((ctx) => giveQuoteConsent(ctx, other))).toBe("unknown");
    await nordlys.run((ctx) => takeBackQuoteConsent(ctx, number));
    expect(await history(workspace)).toMatchObject([{ manner: "name", endedAt: null }]);
    expect((await nordlys.run((ctx) => listResponses(ctx, quotable))).responses).toEqual([]);
  });
});
