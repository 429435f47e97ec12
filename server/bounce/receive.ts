import { and, countDistinct, eq, gt } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { bounces, outboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { bytesOf, type InboundMail, markRead, takeUnread } from "#server/mail/queries.ts";
import { classifyApart } from "#server/mail/read-apart.ts";
import { figures } from "#server/metrics/figures.ts";
import { addSuppressions } from "#server/suppression/add.ts";
import { reportOf, softDays, stopAfter } from "./rules.ts";

type Outcome = "bounce" | "complaint" | "auto_reply" | "human_reply" | "no such mail" | "read already";

/**
 * Takes what came to the bounce address of a mail of ours: notes a bounce or complaint, once however often this
 * is run, and stops mail to an address that is dead, that keeps failing, or whose owner complained. The signed
 * address says which mail it is about; the content only how bad it is (RELIABILITY.md D1–D3). Returns what it was.
 */
export async function receiveReport(ctx: Ctx, input: { inboundMailId: string }): Promise<Outcome> {
  const mail = await takeUnread(ctx, input.inboundMailId);
  if (!mail) return "read already";
  const outcome = await note(ctx, mail);
  await markRead(ctx, mail.id, outcome);
  if (outcome === "bounce" || outcome === "complaint") figures().reports.inc({ kind: outcome });
  return outcome;
}

async function note(ctx: Ctx, mail: InboundMail): Promise<Outcome> {
  const [sent] = await ctx.db
    .select({
      id: outboundMails.id,
      addressHash: outboundMails.addressHash,
      campaignId: outboundMails.campaignId,
    })
    .from(outboundMails)
    .where(and(eq(outboundMails.workspaceId, ctx.workspaceId), eq(outboundMails.number, mail.targetNumber)));
  if (!sent) return "no such mail";
  const report = reportOf(await classifyApart(bytesOf(ctx, mail.id)), mail.mailFrom);
  if (report.kind !== "bounce" && report.kind !== "complaint") return report.kind;
  await ctx.db.insert(bounces).values({
    workspaceId: ctx.workspaceId,
    id: newId(ctx.now.getTime()),
    mailId: sent.id,
    inboundMailId: mail.id,
    receivedAt: mail.receivedAt,
    ...report,
    kind: report.kind,
  });
  if (sent.addressHash)
    await stop(ctx, sent.addressHash, stopAfter(report, await softCampaigns(ctx, sent.addressHash)));
  if (sent.campaignId) ctx.nudge("campaigns", sent.campaignId);
  return report.kind;
}

async function softCampaigns(ctx: Ctx, addressHash: Uint8Array): Promise<number> {
  const since = new Date(ctx.now.getTime() - softDays * 86_400_000);
  const [row] = await ctx.db
    .select({ campaigns: countDistinct(outboundMails.campaignId) })
    .from(bounces)
    .innerJoin(
      outboundMails,
      and(eq(outboundMails.workspaceId, bounces.workspaceId), eq(outboundMails.id, bounces.mailId)),
    )
    .where(
      and(
        eq(bounces.workspaceId, ctx.workspaceId),
        eq(outboundMails.addressHash, addressHash),
        eq(bounces.severity, "soft"),
        gt(bounces.receivedAt, since),
      ),
    );
  return row!.campaigns;
}

async function stop(ctx: Ctx, addressHash: Uint8Array, reason: ReturnType<typeof stopAfter>): Promise<void> {
  if (!reason) return;
  await addSuppressions(ctx, [
    { addressHash, reason, source: reason === "complaint" ? "complaint" : "bounce" },
  ]);
}
