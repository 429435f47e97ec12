import type { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { leadsToTell } from "./leads-to-tell.ts";

/**
 * Tells the leads of a case's team by mail, and who stands in for them, that a rule opened it; once, and not those who are
 * told that the case is theirs (`told`).
 */
export async function tellLead(
  ctx: Ctx,
  one: typeof cases.$inferSelect,
  about: { rule: string; told: string | null },
): Promise<void> {
  for (const { id, email: toAddress } of await leadsToTell(ctx, one)) {
    if (id === about.told) continue;
    await enqueueMail(ctx, {
      kind: "case_alert",
      toAddress,
      dedupeKey: `case_opened:${one.id}:${id}`,
      caseId: one.id,
      payload: { toldId: id, rule: about.rule },
    });
  }
}
