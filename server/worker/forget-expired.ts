import { and, isNotNull, lt, sql } from "drizzle-orm";
import { imports, rateLimits, sessions, verifications, workspaces } from "#db/schema/index.ts";
import { forgetAddresses } from "#server/audit/forget-addresses.ts";
import { atTheDoor } from "#server/context.ts";
import { asSystem, type Runtime } from "#server/entry.ts";

const dayMs = 86_400_000;

/** Deletes what nobody can use any more: sessions and links that ended, old counts of sign-ins, files of imports done, and addresses of acts, a week ago. */
export async function forgetExpired(rt: Runtime): Promise<void> {
  const { db } = rt.connection;
  const now = rt.clock();
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  await db.delete(sessions).where(lt(sessions.expiresAt, now));
  await db.delete(verifications).where(lt(verifications.expiresAt, now));
  await db.delete(rateLimits).where(lt(rateLimits.lastRequest, before(1).getTime()));
  const all = await atTheDoor(db, (tx) => tx.select({ id: workspaces.id }).from(workspaces));
  for (const { id } of all) {
    await asSystem(rt, id, "forget-expired", async (ctx) => {
      await forgetAddresses(ctx);
      await ctx.db
        .update(imports)
        .set({ file: null })
        .where(
          and(
            sql`${imports.workspaceId} = ${ctx.workspaceId}`,
            isNotNull(imports.file),
            lt(imports.finishedAt, before(7)),
          ),
        );
    });
  }
}
