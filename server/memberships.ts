import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { selectOften } from "#db/prepared.ts";
import { members, workspaces } from "#db/schema/index.ts";
import { atTheDoor, type Role, type Sight } from "#server/context.ts";
import { notFound, secondFactorNeeded } from "#server/errors.ts";
import { sightAt } from "#server/sight.ts";

/**
 * The workspace with this slug, what a signed-in user is there, and what of it they see (null: everything).
 * @throws NOT_FOUND when there is no such workspace or the user is not a member of it: both look the same; FORBIDDEN when
 * it demands a second factor and they have none.
 */
export async function membershipOf(
  db: Db,
  user: { id: string; sessionId?: string },
  slug: string,
  now: Date,
): Promise<{ workspaceId: string; role: Role; sight: Sight | null }> {
  const [row] = await atTheDoor(db, (tx) => {
    const query = tx
      .select({ id: workspaces.id, role: members.role, shut: lacksFactor(user), sight: sightAt(now) })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(and(eq(members.userId, user.id), eq(workspaces.slug, slug)));
    return selectOften(query);
  });
  if (!row) throw notFound("workspace");
  if (row.shut) throw secondFactorNeeded();
  return { workspaceId: row.id, role: row.role, sight: row.sight };
}

const lacksFactor = ({ sessionId = "" }: { sessionId?: string }) =>
  sql<boolean>`svar_lacks_factor(${members.workspaceId}, ${members.userId}, ${sessionId})`;

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
