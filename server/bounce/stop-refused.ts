import { and, between, eq, inArray, isNotNull } from "drizzle-orm";
import { outboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { statusIn } from "#server/mail/classify/delivery-status.ts";
import { reasonOf, severityOf } from "#server/mail/classify/reasons.ts";
import { addSuppressions } from "#server/suppression/add.ts";

/**
 * Stops mail to the addresses that a receiving server refused for good while we spoke to it, when its words say
 * that the address is dead; a refusal for any other reason says nothing about the address (RELIABILITY.md 2.2, D2).
 *
 * @param input.mailIds mails that have just failed
 */
export async function stopRefused(ctx: Ctx, input: { mailIds: string[] }): Promise<void> {
  if (input.mailIds.length === 0) return;
  const refused = await ctx.db
    .select({ addressHash: outboundMails.addressHash, text: outboundMails.lastText })
    .from(outboundMails)
    .where(
      and(
        eq(outboundMails.workspaceId, ctx.workspaceId),
        inArray(outboundMails.id, input.mailIds),
        between(outboundMails.lastStatus, 500, 599),
        isNotNull(outboundMails.addressHash),
      ),
    );
  const dead = refused.filter(({ text }) => isDead(text ?? ""));
  await addSuppressions(
    ctx,
    dead.map(({ addressHash }) => ({
      addressHash: addressHash!,
      reason: "hard_bounce" as const,
      source: "bounce",
    })),
  );
}

function isDead(text: string): boolean {
  const reason = reasonOf(text, statusIn(text));
  return reason !== null && severityOf(reason) === "hard";
}
