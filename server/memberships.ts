import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { selectOften } from "#db/prepared.ts";
import { members, workspaces } from "#db/schema/index.ts";
import { atTheDoor, type Role } from "#server/context.ts";
import { notFound } from "#server/errors.ts";

/**
 * The workspace with this slug and what a signed-in user is there.
 * @throws NOT_FOUND when there is no such workspace or the user is not a member of it: both look the same.
 */
export async function membershipOf(
  db: Db,
  user: { id: string },
  slug: string,
): Promise<{ workspaceId: string; role: Role }> {
  const [row] = await atTheDoor(db, (tx) => {
    const query = tx
      .select({ id: workspaces.id, role: members.role })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(and(eq(members.userId, user.id), eq(workspaces.slug, slug)));
    return selectOften(query);
  });
  if (!row) throw notFound("workspace");
  return { workspaceId: row.id, role: row.role };
}

/** The workspaces a user works in, by name. */
export function workspacesOf(
  db: Db,
  userId: string,
): Promise<{ id: string; slug: string; name: string; role: Role }[]> {
  return atTheDoor(db, (tx) =>
    tx
      .select({ id: workspaces.id, slug: workspaces.slug, name: workspaces.name, role: members.role })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(eq(members.userId, userId))
      .orderBy(workspaces.name),
  );
}
