import { members } from "#db/schema/index.ts";
import { asSystem, type Runtime, type SignedIn } from "#server/entry.ts";
import { loadDemonstration } from "./load.ts";
import { readUntil } from "./read-until.ts";

/**
 * Loads the demonstration and makes somebody who is signed in an administrator of it, beside their own workspaces.
 * Again: the same. Returns the workspaces of the demonstration.
 */
export async function joinDemonstration(rt: Runtime, { id: userId }: SignedIn): Promise<{ slug: string }[]> {
  const { workspaces } = await loadDemonstration(rt);
  for (const { id } of workspaces) {
    await asSystem(rt, id, "demonstration", (ctx) =>
      ctx.db
        .insert(members)
        .values({
          workspaceId: ctx.workspaceId,
          userId,
          role: "admin",
          createdAt: ctx.now,
          readsFrom: readUntil(ctx),
        })
        .onConflictDoNothing(),
    );
  }
  return workspaces;
}
