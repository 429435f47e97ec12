import { sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { auditAddresses, auditEntries } from "#db/schema/index.ts";
import type { Actor, Ctx } from "#server/context.ts";
import { addressIn, type Facts, whatChanged } from "./rules.ts";
import { type AuditAction, actions } from "./schema.ts";

/**
 * What an act is about, and what is different now. `label` is the short name of a thing of the workspace's own; of a
 * customer only the id is given, and nothing they wrote. Of a text or a secret that changed only that it did is told.
 */
export type Act = {
  id?: string | null;
  label?: string | null | undefined;
  before?: Facts | undefined;
  after?: Facts | undefined;
};

/**
 * Writes down that who acts has done this, in the transaction of what was done: neither is there without the other.
 * Given both sides of a change of which nothing is different, it writes nothing. Nobody can change or remove an entry.
 */
export async function recordAct(ctx: Ctx, action: AuditAction, act: Act = {}): Promise<void> {
  const changed = whatChanged(act.before, act.after);
  if (!changed) return;
  const { workspaceId, now: at } = ctx;
  const id = newId(at.getTime());
  const address = addressIn(ctx.from.address);
  await ctx.db.insert(auditEntries).values({
    ...{ workspaceId, id, at, action, ...changed },
    ...actorOf(ctx),
    subjectKind: actions[action],
    subjectId: act.id ?? null,
    subjectLabel: act.label?.slice(0, 200) ?? null,
    network:
      address &&
      sql`network(set_masklen(${address}::inet, CASE family(${address}::inet) WHEN 4 THEN 24 ELSE 48 END))`,
    requestId: ctx.from.requestId,
  });
  if (address) await ctx.db.insert(auditAddresses).values({ workspaceId, entryId: id, address, at });
}

function actorOf(ctx: Ctx) {
  const { actor } = ctx;
  return { actorKind: actor.kind, actorId: idOf(actor), actorName: nameOf(ctx) };
}

function idOf(actor: Actor): string | null {
  if (actor.kind === "member") return actor.userId;
  return actor.kind === "api-key" ? actor.keyId : null;
}

function nameOf({ actor, workspaceId }: Ctx) {
  if (actor.kind === "member") return actor.name;
  if (actor.kind === "system") return actor.task;
  if (actor.kind !== "api-key") return null;
  return sql`(SELECT name FROM api_keys WHERE workspace_id = ${workspaceId} AND id = ${actor.keyId})`;
}
