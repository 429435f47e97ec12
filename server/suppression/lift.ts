import { sql } from "drizzle-orm";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { LiftFromContact, LiftSuppression } from "./schema.ts";
import { addressHashOf } from "./suppress-contact.ts";

/**
 * Lets mail go to an address again: takes all of its suppressions away and notes who did it and why (RELIABILITY.md D4).
 * @throws NOT_FOUND when nothing is stopped there.
 */
export async function liftSuppression(ctx: Ctx, input: LiftSuppression): Promise<void> {
  const lifted = await lift(ctx, Buffer.from(input.addressHash, "hex"), input.why);
  if (lifted === 0) throw notFound("suppression");
  await recordAct(ctx, "suppressions.lifted", { before: { stops: lifted } });
}

/**
 * The same for a contact; without an address, or with nothing stopped, it changes nothing.
 * @throws NOT_FOUND for a contact of another workspace.
 */
export async function liftFromContact(ctx: Ctx, input: LiftFromContact): Promise<void> {
  const addressHash = await addressHashOf(ctx, input.contactId);
  const stops = addressHash ? await lift(ctx, addressHash, input.why) : 0;
  if (stops > 0) await recordAct(ctx, "suppressions.lifted", { id: input.contactId, before: { stops } });
  ctx.nudge("contacts", input.contactId);
}

async function lift(ctx: Ctx, addressHash: Uint8Array, why: string): Promise<number> {
  const hash = Buffer.from(addressHash).toString("hex");
  const [lifted] = await ctx.db.execute<{ n: number }>(sql`
    WITH lifted AS (
      DELETE FROM suppressions
      WHERE workspace_id = ${ctx.workspaceId} AND address_hash = decode(${hash}, 'hex')
      RETURNING address_hash, reason, scope, until
    ), logged AS (
      INSERT INTO suppression_events (workspace_id, address_hash, at, change, reason, scope, until, source, by_member, why)
      SELECT ${ctx.workspaceId}, address_hash, ${ctx.now.toISOString()}::timestamptz, 'lifted', reason, scope, until,
        'by hand', ${memberId(ctx.actor)}, ${why}
      FROM lifted
    )
    SELECT count(*)::int AS n FROM lifted`);
  ctx.nudge("contacts");
  return lifted!.n;
}
