import { type AnyColumn, eq, isNotNull, or, type SQL } from "drizzle-orm";
import { type Actor, type Ctx, memberId } from "#server/context.ts";
import { DomainError, notFound } from "#server/errors.ts";
import { refusal, type Thing } from "#server/refusal.ts";

type Kept = { madeBy: string | null; sharedAt: Date | null };

/** What the acting person sees of a table whose rows are their maker's own until they are shared with everybody. */
export function visibleTo(ctx: Ctx, table: { madeBy: AnyColumn; sharedAt: AnyColumn }): SQL {
  const maker = memberId(ctx.actor);
  return or(isNotNull(table.sharedAt), maker === null ? undefined : eq(table.madeBy, maker))!;
}

/** Whether somebody may share with everybody: managers and administrators. */
export const mayShare = (actor: Actor): boolean =>
  actor.kind === "member" && (actor.role === "manager" || actor.role === "admin");

/** Whether somebody may change one: its maker while it is their own, whoever may share once it is everybody's. */
export const mayChange = (actor: Actor, { madeBy, sharedAt }: Kept): boolean =>
  sharedAt ? mayShare(actor) : madeBy !== null && madeBy === memberId(actor);

/** @throws FORBIDDEN for whoever may not share with everybody. */
export function requireMayShare(ctx: Ctx): void {
  if (!mayShare(ctx.actor)) throw new DomainError("FORBIDDEN", refusal("sharedManagers"), "shared");
}

/**
 * What was found, when the acting person may change it.
 * @throws NOT_FOUND when nothing was found; FORBIDDEN when it is everybody's and the person no manager.
 */
export function requireMayChange<One extends Kept>(ctx: Ctx, found: One | undefined, what: Thing): One {
  if (!found) throw notFound(what);
  if (!mayChange(ctx.actor, found)) requireMayShare(ctx);
  return found;
}
