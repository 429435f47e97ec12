import { and, desc, eq, inArray, isNull, like, type SQL, sql } from "drizzle-orm";
import { auditAddresses, auditEntries, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { AuditAction, AuditFilter, ListAudit, SubjectKind } from "./schema.ts";

/** An entry as it is shown. `address`: the whole one of the last seven days, later its network; null where none is known. */
export type AuditEntry = Awaited<ReturnType<typeof entriesAfter>>["entries"][number];

const pageSize = 50;

/** One page of the log, newest first, with the cursor of the next one or null, and everybody whom it names. */
export async function listAudit(ctx: Ctx, { cursor, ...filter }: ListAudit) {
  return { ...(await entriesAfter(ctx, filter, cursor ?? null, pageSize)), people: await listPeople(ctx) };
}

/**
 * Up to `limit` entries below the one with the id `cursor` (null: from the newest on), and the cursor of those that follow,
 * or null.
 */
export async function entriesAfter(ctx: Ctx, filter: AuditFilter, cursor: string | null, limit: number) {
  const rows = await ctx.db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      actorKind: auditEntries.actorKind,
      actorName: auditEntries.actorName,
      action: sql<AuditAction>`${auditEntries.action}`,
      subjectKind: sql<SubjectKind>`${auditEntries.subjectKind}`,
      subjectId: auditEntries.subjectId,
      subjectLabel: auditEntries.subjectLabel,
      before: auditEntries.before,
      after: auditEntries.after,
      address: sql<string | null>`coalesce(host(${auditAddresses.address}), ${auditEntries.network}::text)`,
      requestId: auditEntries.requestId,
    })
    .from(auditEntries)
    .leftJoin(
      auditAddresses,
      and(
        eq(auditAddresses.workspaceId, auditEntries.workspaceId),
        eq(auditAddresses.entryId, auditEntries.id),
      ),
    )
    .where(and(eq(auditEntries.workspaceId, ctx.workspaceId), narrowed(ctx, filter), below(ctx, cursor)))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit + 1);
  const entries = rows.slice(0, limit);
  return { entries, next: rows.length > limit ? entries.at(-1)!.id : null };
}

type Known = { id: string; name: string | null; kind: "member" | "api-key" };

/** Everybody whom the log names by id, by the name they had last. It goes from one to the next, however much they did. */
async function listPeople(ctx: Ctx): Promise<{ id: string; name: string; kind: Known["kind"] }[]> {
  const latest = (after: SQL) => sql`
    SELECT actor_id AS id, actor_name AS name, actor_kind AS kind FROM audit_entries
    WHERE workspace_id = ${ctx.workspaceId} AND actor_id ${after} ORDER BY actor_id, at DESC, id DESC LIMIT 1`;
  const rows = await ctx.db.execute<Known>(sql`
    WITH RECURSIVE people AS (
      (${latest(sql`IS NOT NULL`)})
      UNION ALL
      SELECT next.* FROM people CROSS JOIN LATERAL (${latest(sql`> people.id`)}) AS next
    )
    SELECT id, name, kind FROM people`);
  return rows
    .flatMap(({ name, ...one }) => (name === null ? [] : [{ ...one, name }]))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function narrowed(ctx: Ctx, { family, who, from, to }: AuditFilter): SQL | undefined {
  return and(
    family ? like(auditEntries.action, `${family}.%`) : undefined,
    who === undefined ? undefined : doneBy(who),
    from ? sql`${auditEntries.at} >= ${midnight(ctx, sql`${from}::date`)}` : undefined,
    to ? sql`${auditEntries.at} < ${midnight(ctx, sql`(${to}::date + 1)`)}` : undefined,
  );
}

function doneBy(who: string): SQL | undefined {
  const nobody = isNull(auditEntries.actorId);
  if (who === "system") return and(nobody, eq(auditEntries.actorKind, "system"));
  if (who === "customer") {
    return and(nobody, inArray(auditEntries.actorKind, ["respondent", "share-reader"]));
  }
  return eq(auditEntries.actorId, who);
}

/** When a day of the workspace's calendar begins. */
const midnight = (ctx: Ctx, day: SQL) => sql`(${day}::timestamp AT TIME ZONE (
  SELECT ${workspaces.timezone} FROM ${workspaces} WHERE ${workspaces.id} = ${ctx.workspaceId}))`;

const below = (ctx: Ctx, cursor: string | null) =>
  cursor === null
    ? undefined
    : sql`(${auditEntries.at}, ${auditEntries.id}) < (
        SELECT above.at, above.id FROM audit_entries above
        WHERE above.workspace_id = ${ctx.workspaceId} AND above.id = ${cursor})`;
