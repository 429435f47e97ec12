import { asc, eq, sql } from "drizzle-orm";
import { causes } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { beside, inOrder, isOffered, type NamedCause } from "./rules.ts";

type Row = typeof causes.$inferSelect;

/** All causes of this workspace, merged and retired ones too; nobody else changes them meanwhile with `lock`. */
export async function readCauses(ctx: Ctx, { lock = false } = {}): Promise<Row[]> {
  // Locked first and read then, so that what somebody else has just added is seen.
  if (lock) {
    await ctx.db.execute(
      sql`SELECT FROM causes WHERE workspace_id = ${ctx.workspaceId} ORDER BY id FOR UPDATE`,
    );
  }
  return ctx.db.select().from(causes).where(eq(causes.workspaceId, ctx.workspaceId)).orderBy(asc(causes.id));
}

/** One of `all` that was not merged. @throws NOT_FOUND when there is none. */
export function requireAmong(all: readonly Row[], id: string): Row {
  const one = all.find((cause) => cause.id === id && cause.mergedInto === null);
  if (!one) throw notFound("cause");
  return one;
}

/** The causes that a case can be closed with, in the order of the list, each followed by those beneath it. */
export async function listOffered(ctx: Ctx): Promise<NamedCause[]> {
  const all = await readCauses(ctx);
  return inOrder(all.filter((one) => isOffered(one, all))).map((one) => named(all, one));
}

/** Those that cases may have been closed with: retired ones too, not what was merged; in the order of the list. */
export async function listNamed(ctx: Ctx): Promise<NamedCause[]> {
  const all = await readCauses(ctx);
  return inOrder(all).map((one) => named(all, one));
}

/** Every cause by its id, as it is called now; one that was merged is the one it counts as. */
export async function nameCauses(ctx: Ctx): Promise<Map<string, NamedCause>> {
  const all = await readCauses(ctx);
  const counted = (one: Row) => all.find(({ id }) => id === one.mergedInto) ?? one;
  return new Map(all.map((one) => [one.id, named(all, counted(one))]));
}

function named(all: readonly Row[], { id, name, parentId }: Row): NamedCause {
  const parent = all.find((one) => one.id === parentId);
  return { id, name, parent: parent ? { id: parent.id, name: parent.name } : null };
}

export type ListedCause = {
  id: string;
  name: string;
  retiredAt: Date | null;
  /** How many cases were closed with it, or with what was merged into it. */
  closings: number;
  /** Causes that were merged into it, by name. */
  merged: string[];
};

/** The list as it is kept: both levels in their order, retired ones too, with how often each was chosen. */
export async function listCauses(ctx: Ctx): Promise<(ListedCause & { beneath: ListedCause[] })[]> {
  const all = await readCauses(ctx);
  const counted = await ctx.db.execute<{ id: string; closings: number }>(sql`
    SELECT coalesce(said.merged_into, said.id) AS id, count(*)::int AS closings
    FROM case_closures closure
    JOIN causes said ON said.workspace_id = closure.workspace_id AND said.id = closure.cause_id
    WHERE closure.workspace_id = ${ctx.workspaceId} GROUP BY 1`);
  const closings = new Map(counted.map((row) => [row.id, row.closings]));
  const listed = ({ id, name, retiredAt }: Row): ListedCause => ({
    ...{ id, name, retiredAt },
    closings: closings.get(id) ?? 0,
    merged: all.filter((one) => one.mergedInto === id).map((one) => one.name),
  });
  return beside(all, null).map((one) => ({ ...listed(one), beneath: beside(all, one.id).map(listed) }));
}
