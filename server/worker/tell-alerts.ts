import { sql } from "drizzle-orm";
import { handOutNews } from "#server/alert/hand-out.ts";
import { tellAlerts } from "#server/alert/tell.ts";
import { announceLateCases } from "#server/case/announce-late.ts";
import type { Runtime } from "#server/entry.ts";
import { inEachUntilDone } from "./all-workspaces.ts";

/** More than can be done to cases at once, so that it is told at once. */
const mostNews = 500;

/** Announces the cases of all workspaces whose answer is overdue by now. */
export function announceAllLate(rt: Runtime): Promise<void> {
  return inEachUntilDone(rt, {
    found: sql`cases WHERE late_at <= ${rt.clock().toISOString()}::timestamptz`,
    task: "case.announce-late",
    failed: "overdue cases not announced",
    work: announceLateCases,
  });
}

/** Tells whoever asked to hear of it what happened in the cases of all workspaces: what is new, and what has waited. */
export async function tellAllAlerts(rt: Runtime): Promise<void> {
  await inEachUntilDone(rt, {
    found: sql`case_news WHERE handed_out_at IS NULL`,
    task: "alert.hand-out",
    failed: "news not handed out",
    work: handOutNews,
    most: mostNews,
  });
  await inEachUntilDone(rt, {
    found: sql`alert_news WHERE message_id IS NULL AND due_at <= ${rt.clock().toISOString()}::timestamptz`,
    task: "alert.tell",
    failed: "alerts not told",
    work: tellAlerts,
  });
}
