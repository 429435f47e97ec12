import type { cases } from "#db/schema/index.ts";
import { findStandIn } from "#server/absence/queries.ts";
import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { findLeads } from "#server/team/find-leads.ts";
import { teamOf } from "./due.ts";

/**
 * Tells the leads of a case's team by mail, and who stands in for them, that a rule opened it; once, and not those who are
 * told that the case is theirs (`told`).
 */
export async function tellLead(
  ctx: Ctx,
  one: typeof cases.$inferSelect,
  about: { rule: string; told: string | null },
): Promise<void> {
  const people = new Map<string, string>();
  for (const lead of await findLeads(ctx, await teamOf(ctx, one))) {
    for (const person of [lead, await findStandIn(ctx, lead.id)])
      if (person) people.set(person.id, person.email);
  }
  for (const [id, toAddress] of people) {
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
