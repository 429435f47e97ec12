import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { outboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { statusIn } from "#server/mail/classify/delivery-status.ts";
import { reasonOf, severityOf } from "#server/mail/classify/reasons.ts";
import { addSuppressions } from "#server/suppression/add.ts";

/**
 * Judges what receiving servers said when they refused mails while we spoke to them: notes the reason on each mail, and
 * stops mail to the addresses that are dead by those words. A refusal for any other reason says nothing about the
 * address (RELIABILITY.md 2.2, D2).
 *
 * @param input.mailIds mails that have just failed
 */
export async function judgeRefused(ctx: Ctx, input: { mailIds: string[] }): Promise<void> {
  if (input.mailIds.length === 0) return;
  const ours = and(
    eq(outboundMails.workspaceId, ctx.workspaceId),
    inArray(outboundMails.id, input.mailIds),
    isNotNull(outboundMails.lastStatus),
  );
  const refused = await ctx.db
    .select({
      id: outboundMails.id,
      addressHash: outboundMails.addressHash,
      status: outboundMails.lastStatus,
      text: outboundMails.lastText,
    })
    .from(outboundMails)
    .where(ours);
  const judged = refused.flatMap(({ text, ...mail }) => {
    const reason = reasonOf(text ?? "", statusIn(text ?? ""));
    return reason ? [{ ...mail, reason }] : [];
  });
  if (judged.length === 0) return;
  const reasons = JSON.stringify(judged.map(({ id, reason }) => ({ id, reason })));
  await ctx.db.execute(sql`
    UPDATE outbound_mails m SET refusal = judged.reason
    FROM jsonb_to_recordset(${reasons}::jsonb) AS judged(id uuid, reason text)
    WHERE m.workspace_id = ${ctx.workspaceId} AND m.id = judged.id`);
  await addSuppressions(
    ctx,
    judged
      .filter(({ status, reason }) => status! >= 500 && severityOf(reason) === "hard")
      .flatMap(({ addressHash }) =>
        addressHash ? [{ addressHash, reason: "hard_bounce" as const, source: "bounce" }] : [],
      ),
  );
}
