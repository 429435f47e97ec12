import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { campaigns, outboundMails, suppressions } from "#db/schema/index.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeCampaign, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { brakeCampaign } from "./brake.ts";
import { resumeCampaign } from "./resume.ts";

const rt = await testRuntime();

type Mail = Partial<typeof outboundMails.$inferInsert>;

/** A running campaign with `sent` mails that left and those of `others`. */
function campaignWith(workspace: TestWorkspace, sent: number, others: Mail[] = []): Promise<string> {
  return workspace.run(async (ctx) => {
    const { id: surveyId } = await makeSurvey(ctx);
    const { id: campaignId } = await makeCampaign(ctx, surveyId);
    const mails = [...Array.from({ length: sent }, (): Mail => ({ state: "sent" })), ...others];
    await ctx.db.insert(outboundMails).values(
      mails.map((over) => {
        const id = newId();
        const address = `${id}@x.example`;
        return {
          workspaceId: ctx.workspaceId,
          id,
          kind: "invitation" as const,
          priority: 100,
          dedupeKey: id,
          messageId: `<${id}@svar.test>`,
          toAddress: address,
          toDomain: "x.example",
          addressHash: rt.tokens.hashAddress(workspace.id, address),
          campaignId,
          firstTriedAt: ctx.now,
          nextAttemptAt: ctx.now,
          createdAt: ctx.now,
          ...over,
        };
      }),
    );
    return campaignId;
  });
}

const refused = (text: string, n: number): Mail[] =>
  Array.from({ length: n }, () => ({ state: "failed", lastStatus: 550, lastText: text }));

const brake = (workspace: TestWorkspace, id: string) => workspace.run((ctx) => brakeCampaign(ctx, { id }));

/** Puts the addresses of `n` of the campaign's mails on the list. */
const suppress = (workspace: TestWorkspace, id: string, reason: "hard_bounce" | "complaint", n: number) =>
  workspace.run(async (ctx) => {
    const mails = await ctx.db
      .select({ addressHash: outboundMails.addressHash })
      .from(outboundMails)
      .where(eq(outboundMails.campaignId, id))
      .limit(n);
    await ctx.db.insert(suppressions).values(
      mails.map(({ addressHash }) => ({
        workspaceId: ctx.workspaceId,
        addressHash: addressHash!,
        reason,
        source: "test",
        createdAt: ctx.now,
      })),
    );
  });

const campaignOf = (workspace: TestWorkspace, id: string) =>
  workspace.run(async (ctx) => {
    const [row] = await ctx.db.select().from(campaigns).where(eq(campaigns.id, id));
    return row!;
  });

describe("the brake of a campaign", () => {
  it("pauses at 5 % of addresses that do not exist, and says why", async () => {
    const workspace = await makeWorkspace(rt);
    const id = await campaignWith(workspace, 190, refused("550 5.1.1 no such user", 9));
    expect(await brake(workspace, id)).toBeNull();
    const more = await campaignWith(workspace, 190, [
      ...refused("550 5.1.1 no such user", 5),
      ...refused("550 no such user", 5),
    ]);
    expect(await brake(workspace, more)).toBe("bounces");
    expect(await campaignOf(workspace, more)).toMatchObject({ state: "paused", pausedBecause: "bounces" });
  });

  it("does not count refusals that say nothing of the address", async () => {
    const workspace = await makeWorkspace(rt);
    const id = await campaignWith(workspace, 250, refused("550 5.7.26 not authenticated", 100));
    expect(await brake(workspace, id)).toBeNull();
  });

  it("pauses at one complaint of 250, and at 5 % that came back later", async () => {
    const workspace = await makeWorkspace(rt);
    const complained = await campaignWith(workspace, 250);
    await suppress(workspace, complained, "complaint", 1);
    expect(await brake(workspace, complained)).toBe("complaints");
    const bounced = await campaignWith(workspace, 200);
    await suppress(workspace, bounced, "hard_bounce", 10);
    expect(await brake(workspace, bounced)).toBe("bounces");
  });

  it("believes the person who resumed it about what they had seen", async () => {
    const workspace = await makeWorkspace(rt);
    const id = await campaignWith(workspace, 200);
    await suppress(workspace, id, "complaint", 3);
    await brake(workspace, id);
    rt.setNow(new Date(testNow.getTime() + 60_000));
    await workspace.run((ctx) => resumeCampaign(ctx, { id }));
    expect(await campaignOf(workspace, id)).toMatchObject({ state: "running", pausedBecause: null });
    expect(await brake(workspace, id)).toBeNull();
    rt.setNow(testNow);
  });

  it("does not reach another workspace's campaign", async () => {
    const [mine, other] = [await makeWorkspace(rt, "Mine"), await makeWorkspace(rt, "Other")];
    const id = await campaignWith(mine, 190, refused("550 5.1.1 no such user", 50));
    expect(await brake(other, id)).toBeNull();
    expect(await campaignOf(mine, id)).toMatchObject({ state: "running" });
  });
});
