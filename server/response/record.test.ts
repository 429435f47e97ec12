import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import {
  invitations,
  responseCountDeltas,
  responseCounts,
  responses,
  responseVersions,
} from "#db/schema/index.ts";
import { testRuntime } from "#server/test/database.ts";
import {
  makeCampaign,
  makeContact,
  makeSurvey,
  makeWorkspace,
  type TestWorkspace,
} from "#server/test/factories.ts";
import { foldCounts } from "./fold-counts.ts";
import { recordResponse } from "./record.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const day = 86_400_000;

async function invite(workspace: TestWorkspace, expiresAt = new Date(rt.clock().getTime() + 30 * day)) {
  return workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    const campaign = await makeCampaign(ctx, survey.id);
    const contact = await makeContact(rt, ctx, `Anna ${newId().slice(-6)}`);
    const [row] = await ctx.db
      .insert(invitations)
      .values({
        workspaceId: ctx.workspaceId,
        id: newId(),
        campaignId: campaign.id,
        surveyId: survey.id,
        contactId: contact.id,
        locale: "sv",
        touchpoint: "Delivery",
        employee: "Bo",
        attributes: { country: "Sweden" },
        createdAt: ctx.now,
        expiresAt,
      })
      .returning();
    return row!;
  });
}

const give = (workspace: TestWorkspace, invitationNumber: number, score: number, comment = "") =>
  workspace.run((ctx) => recordResponse(ctx, { invitationNumber, score, comment }));

const answersTo = (invitationId: string) =>
  fjordline.run((ctx) => ctx.db.select().from(responses).where(eq(responses.invitationId, invitationId)));

/** Answers by score, from the counters and from the answers themselves: they must agree. */
async function bothCounts(workspace: TestWorkspace) {
  return workspace.run(async (ctx) => {
    const counters = await ctx.db.execute<{ score: number; n: number }>(sql`
      SELECT score, sum(n)::int AS n FROM (
        SELECT score, n FROM ${responseCounts} UNION ALL SELECT score, delta FROM ${responseCountDeltas}
      ) every GROUP BY score HAVING sum(n) <> 0 ORDER BY score`);
    const scratch = await ctx.db.execute<{ score: number; n: number }>(
      sql`SELECT score, count(*)::int AS n FROM ${responses} GROUP BY score ORDER BY score`,
    );
    return { counters: [...counters], scratch: [...scratch] };
  });
}

describe("an answer", () => {
  it("carries what was frozen when the customer was asked", async () => {
    const asked = await invite(fjordline);
    expect(await give(fjordline, asked.number, 3, "Sen leverans")).toMatchObject({
      outcome: "recorded",
      version: 1,
    });
    expect(await answersTo(asked.id)).toMatchObject([
      {
        score: 3,
        comment: "Sen leverans",
        locale: "sv",
        touchpoint: "Delivery",
        employee: "Bo",
        attributes: { country: "Sweden" },
        evidence: "confirmed",
      },
    ]);
  });

  it("is changed by a later one, and what it said before is kept", async () => {
    const asked = await invite(fjordline);
    await give(fjordline, asked.number, 3, "Sen leverans");
    expect(await give(fjordline, asked.number, 7, "Nu kom den")).toMatchObject({
      outcome: "changed",
      version: 2,
    });
    const [answer] = await answersTo(asked.id);
    expect(answer).toMatchObject({ score: 7, comment: "Nu kom den", version: 2 });
    const versions = await fjordline.run((ctx) =>
      ctx.db.select().from(responseVersions).where(eq(responseVersions.responseId, answer!.id)),
    );
    expect(versions).toMatchObject([{ version: 1, score: 3, comment: "Sen leverans" }]);
  });

  it("stays as it is when the same is sent again", async () => {
    const asked = await invite(fjordline);
    await give(fjordline, asked.number, 9, "Bra");
    expect(await give(fjordline, asked.number, 9, "Bra")).toMatchObject({ outcome: "unchanged", version: 1 });
  });

  it("asks the dialogue to consider it, in the same transaction", async () => {
    const asked = await invite(fjordline);
    const given = await give(fjordline, asked.number, 2);
    const jobs = await rt.connection.sql<
      { data: unknown }[]
    >`SELECT data FROM pgboss.job WHERE name = 'case.consider'`;
    const mine = "responseId" in given ? given.responseId : "";
    expect(jobs.map((job) => job.data)).toContainEqual({ workspaceId: fjordline.id, responseId: mine });
  });

  it("is refused after its time, and for an invitation that does not exist", async () => {
    const asked = await invite(fjordline, rt.clock());
    expect(await give(fjordline, asked.number, 9)).toEqual({ outcome: "expired" });
    expect(await give(fjordline, 999_999_999, 9)).toEqual({ outcome: "unknown" });
    expect(await answersTo(asked.id)).toEqual([]);
  });

  it("cannot be given to another workspace's invitation", async () => {
    const asked = await invite(fjordline);
    expect(await give(nordlys, asked.number, 9)).toEqual({ outcome: "unknown" });
    expect(await answersTo(asked.id)).toEqual([]);
  });
});

describe("counters", () => {
  it("equal a count from scratch after any answers and changes, sent by several tabs at once, folded meanwhile", async () => {
    const workspace = await makeWorkspace(rt, "Saimaa");
    const asked = [await invite(workspace), await invite(workspace), await invite(workspace)];
    const step = fc.record({ which: fc.nat(2), score: fc.integer({ min: 0, max: 10 }), fold: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        await Promise.all(
          steps.map(async ({ which, score, fold }) => {
            await give(workspace, asked[which]!.number, score, `${score}`);
            if (fold) await workspace.run((ctx) => foldCounts(ctx));
          }),
        );
        const { counters, scratch } = await bothCounts(workspace);
        expect(counters).toEqual(scratch);
      }),
      { numRuns: 25 },
    );
    const all = await workspace.run((ctx) => ctx.db.select().from(responses));
    expect(all.length).toBeLessThanOrEqual(3);
    for (const answer of all) {
      const versions = await workspace.run((ctx) =>
        ctx.db
          .select({ version: responseVersions.version })
          .from(responseVersions)
          .where(and(eq(responseVersions.responseId, answer.id))),
      );
      expect(versions.length).toBe(answer.version - 1);
    }
  });

  it("fold only their own workspace's changes", async () => {
    const asked = await invite(nordlys);
    await give(nordlys, asked.number, 10);
    await fjordline.run((ctx) => foldCounts(ctx));
    const left = await nordlys.run((ctx) => ctx.db.select().from(responseCountDeltas));
    expect(left).toHaveLength(1);
    expect(await nordlys.run((ctx) => foldCounts(ctx))).toBe(1);
    expect(await nordlys.run((ctx) => ctx.db.select().from(responseCounts))).toMatchObject([
      { score: 10, n: 1 },
    ]);
  });
});
