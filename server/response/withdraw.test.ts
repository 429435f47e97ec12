import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases, responses, responseVersions } from "#db/schema/index.ts";
import { considerWaiting } from "#server/case/consider-waiting.ts";
import { getCase } from "#server/case/queries.ts";
import { withToken, withTokenAtOnce } from "#server/entry.ts";
import { markInvitationsSent } from "#server/invitation/mark-sent.ts";
import { total } from "#server/nps/groups.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace } from "#server/test/factories.ts";
import { countResponses, pooled } from "./count.ts";
import { countAsked } from "./count-asked.ts";
import { foldCounts } from "./fold-counts.ts";
import { listResponses } from "./list.ts";
import { recordResponse } from "./record.ts";
import { recountResponses } from "./recount.ts";
import { ListResponses } from "./schema.ts";
import { verifyCounts } from "./verify-counts.ts";
import { withdrawResponse } from "./withdraw.ts";

const rt = await testRuntime();

const give = (token: string, score: number) =>
  withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
    recordResponse(at, { invitationNumber, score, comment: "" }),
  );
const withdraw = (token: string) => withToken(rt, "answer", token, withdrawResponse);

/** A workspace with one customer asked, and its figures. */
async function asked() {
  const workspace = await makeWorkspace(rt);
  const invitation = await makeInvitation(rt, workspace);
  await workspace.run((ctx) => markInvitationsSent(ctx, [invitation.id]));
  const figures = () =>
    workspace.run(async (ctx) => ({
      n: total(pooled(await countResponses(ctx, {}, "month"))),
      listed: (await listResponses(ctx, ListResponses.parse({}))).responses.length,
      answered: (await countAsked(ctx, {})).answered,
      wrong: (await verifyCounts(ctx)).length,
    }));
  return { workspace, invitation, figures };
}

describe("a withdrawn answer", () => {
  it("is in no figure, keeps its versions, and counts again when it is given again", async () => {
    const { workspace, invitation, figures } = await asked();
    expect(await withdraw(invitation.token)).toBe(false);
    await give(invitation.token, 3);
    await give(invitation.token, 4);
    expect(await figures()).toEqual({ n: 1, listed: 1, answered: 1, wrong: 0 });
    await workspace.run((ctx) => foldCounts(ctx));

    expect(await withdraw(invitation.token)).toBe(true);
    expect(await withdraw(invitation.token)).toBe(true);
    expect(await figures()).toEqual({ n: 0, listed: 0, answered: 0, wrong: 0 });
    await workspace.run((ctx) => foldCounts(ctx));
    expect(await figures()).toEqual({ n: 0, listed: 0, answered: 0, wrong: 0 });

    expect(await give(invitation.token, 4)).toMatchObject({ outcome: "changed", version: 3 });
    expect(await figures()).toEqual({ n: 1, listed: 1, answered: 1, wrong: 0 });
    const [response] = await workspace.run((ctx) => ctx.db.select().from(responses));
    expect(response).toMatchObject({ score: 4, withdrawnAt: null, counts: true });
    const versions = await workspace.run((ctx) => ctx.db.select().from(responseVersions));
    expect(versions.map(({ score }) => score)).toEqual([3, 4]);
  });

  it("opens no case, and is noted once in the one that stands", async () => {
    const { workspace, invitation } = await asked();
    await give(invitation.token, 1);
    await withdraw(invitation.token);
    await workspace.run((ctx) => considerWaiting(ctx, { most: 9 }));
    expect(await workspace.run((ctx) => ctx.db.select().from(cases))).toEqual([]);

    await give(invitation.token, 2);
    await workspace.run((ctx) => considerWaiting(ctx, { most: 9 }));
    await withdraw(invitation.token);
    await workspace.run((ctx) => considerWaiting(ctx, { most: 9 }));
    await withdraw(invitation.token);
    await workspace.run((ctx) => considerWaiting(ctx, { most: 9 }));
    const [one] = await workspace.run((ctx) => ctx.db.select().from(cases));
    const { events, customer } = await workspace.run((ctx) => getCase(ctx, { caseId: one!.id }));
    expect(events.map(({ kind }) => kind)).toEqual(["opened", "withdrawn"]);
    expect(customer?.history).toEqual([]);
  });

  it("cannot be another workspace's, nor one whose time is over", async () => {
    const { workspace, invitation } = await asked();
    const nordlys = await makeWorkspace(rt, "Nordlys");
    await give(invitation.token, 5);
    const { number } = invitation;
    expect(await nordlys.run((ctx) => withdrawResponse(ctx, number))).toBe(false);
    expect(await withdraw(rt.tokens.seal("answer", { workspaceKey: nordlys.key, number }))).toBe(false);
    rt.setNow(new Date(testNow.getTime() + 31 * 86_400_000));
    expect(await withdraw(invitation.token)).toBe(false);
    rt.setNow(testNow);
    const [response] = await workspace.run((ctx) =>
      ctx.db.select().from(responses).where(eq(responses.invitationId, invitation.id)),
    );
    expect(response).toMatchObject({ counts: true });
  });

  it("leaves counters equal to a count from scratch, whatever comes from however many tabs", async () => {
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ do: fc.constant("give" as const), score: fc.integer({ min: 0, max: 10 }) }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant("withdraw" as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("fold" as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("recount" as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (rounds) => {
          const { workspace, invitation, figures } = await asked();
          for (const round of rounds) {
            await Promise.all(
              round.map(async (one) => {
                if (one.do === "give") await give(invitation.token, one.score);
                else if (one.do === "withdraw") await withdraw(invitation.token);
                else if (one.do === "fold") await workspace.run((ctx) => foldCounts(ctx));
                else await workspace.run((ctx) => recountResponses(ctx));
              }),
            );
          }
          const [response] = await workspace.run((ctx) => ctx.db.select().from(responses));
          const n = response?.counts ? 1 : 0;
          expect(await figures()).toEqual({ n, listed: n, answered: n, wrong: 0 });
          expect(await workspace.run((ctx) => recountResponses(ctx))).toBe(0);
          expect(await figures()).toEqual({ n, listed: n, answered: n, wrong: 0 });
        },
      ),
      { numRuns: 25 },
    );
  });
});
