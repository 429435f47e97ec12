import { sql } from "drizzle-orm";
import { atTheDoor } from "#server/context.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import { comeDuePromises } from "#server/promise/come-due.ts";
import { longestBreak } from "#server/promise/morning.ts";
import { tellDuePromises } from "#server/promise/tell-due.ts";
import { inEachUntilDone } from "./all-workspaces.ts";

/** Brings up the cases of all workspaces the day of whose promise has begun. */
export function comeAllDuePromises(rt: Runtime): Promise<void> {
  return inEachUntilDone(rt, {
    found: sql`cases WHERE promise_at <= ${rt.clock().toISOString()}::timestamptz AND promise_fell_at IS NULL`,
    task: "promise.come-due",
    failed: "cases with a promise not brought up",
    work: comeDuePromises,
  });
}

/** Tells those in all workspaces who have promises to keep, when their day begins. One that fails does not hold up the others. */
export async function tellAllDuePromises(rt: Runtime): Promise<void> {
  const soon = new Date(rt.clock().getTime() + (longestBreak + 1) * 86_400_000).toISOString();
  const found = await atTheDoor(rt.connection.db, (tx) =>
    tx.execute<{ id: string }>(sql`
      SELECT DISTINCT workspace_id AS id FROM cases WHERE promise_at <= ${soon}::timestamptz`),
  );
  for (const { id } of found) {
    await asSystem(rt, id, "promise.tell-due", tellDuePromises).catch((error) =>
      rt.log.error({ err: error, workspaceId: id }, "nobody told of promises that are due"),
    );
  }
}
