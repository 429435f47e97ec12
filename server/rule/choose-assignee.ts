import { eq, sql } from "drizzle-orm";
import { members, users } from "#db/schema/index.ts";
import { findStandIn, findToday, listAbsences } from "#server/absence/queries.ts";
import { absenceOn } from "#server/absence/rules.ts";
import type { Ctx } from "#server/context.ts";
import { isEmployee, leastLoaded } from "./rules.ts";
import type { RuleActions } from "./schema.ts";

/** To whom a case goes; `coversFor` is away, and would have it. */
export type Chosen = { assigneeId: string | null; coversFor: string | null };

/**
 * To whom a case goes by a rule: the colleague who is named on the answer, or who of the rule's people has the fewest open
 * cases. Those who are away are passed over where somebody else of them is here; otherwise who stands in for them has it.
 * Nobody who does not work here.
 */
export async function chooseAssignee(
  ctx: Ctx,
  { known, people }: Pick<RuleActions, "known" | "people">,
  employee: string | null,
): Promise<Chosen> {
  const asked = (known && employee ? await colleague(ctx, employee) : null) ?? (await share(ctx, people));
  if (!asked) return { assigneeId: null, coversFor: null };
  const assigneeId = (await findStandIn(ctx, asked))?.id ?? asked;
  return { assigneeId, coversFor: assigneeId === asked ? null : asked };
}

async function colleague(ctx: Ctx, employee: string): Promise<string | null> {
  const colleagues = await ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.workspaceId, ctx.workspaceId));
  return colleagues.find((one) => isEmployee(employee, one))?.id ?? null;
}

async function share(ctx: Ctx, people: readonly string[]): Promise<string | null> {
  if (people.length === 0) return null;
  if (people.length > 1) await takeTurns(ctx);
  const ofPerson = sql`c.workspace_id = ${ctx.workspaceId} AND c.assignee_id = asked.id`;
  const rows = await ctx.db.execute<{ id: string; open: number; lastAt: string | null }>(sql`
    SELECT asked.id, (SELECT count(*)::int FROM cases c WHERE ${ofPerson} AND c.turn <= 1) AS open,
      (SELECT max(c.opened_at)::text FROM cases c WHERE ${ofPerson}) AS "lastAt"
    FROM jsonb_array_elements_text(${JSON.stringify(people)}::jsonb) WITH ORDINALITY AS asked (id, place)
    JOIN members m ON m.workspace_id = ${ctx.workspaceId} AND m.user_id = asked.id
    ORDER BY asked.place`);
  const { absences } = await listAbsences(ctx);
  const today = await findToday(ctx);
  const loads = rows.map(({ id, open, lastAt }) => ({ id, open, lastAt: lastAt ? new Date(lastAt) : null }));
  const here = loads.filter(({ id }) => !absenceOn(id, today, absences));
  return leastLoaded(here.length > 0 ? here : loads);
}

/** Two workers that open cases at once would both find the same person free. */
async function takeTurns(ctx: Ctx): Promise<void> {
  const key = sql`hashtextextended(${`share/${ctx.workspaceId}`}, 0)`;
  await ctx.db.execute(sql`SELECT pg_advisory_xact_lock(${key})`);
}
