import { randomBytes } from "node:crypto";
import { members, workspaces } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { suggestCauses } from "#server/cause/suggest.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { readersLanguageIfAny } from "#server/i18n/speech.ts";
import { countryOfZone } from "#server/legal/rules.ts";
import { refusal } from "#server/refusal.ts";
import { base32 } from "#server/token/base32.ts";
import { slugOf } from "./rules.ts";
import type { CreateWorkspace } from "./schema.ts";

export type Workspace = typeof workspaces.$inferSelect;

const tries = 12;

/**
 * Makes the workspace of `ctx` (entry.ts, inNewWorkspace) with `ownerId` as its administrator and the causes that all begin
 * with, in the language of whoever makes it. Returns the row.
 *
 * @throws CONFLICT on `slug` when it was asked for and is another workspace's.
 */
export async function createWorkspace(
  ctx: Ctx,
  input: CreateWorkspace & { ownerId: string },
): Promise<Workspace> {
  const workspace = await insertUnderFreeSlug(ctx, input);
  if (!workspace) {
    throw new DomainError("CONFLICT", refusal("slugTaken", { slug: input.slug ?? "" }), "slug");
  }
  await ctx.db.insert(members).values({
    workspaceId: ctx.workspaceId,
    userId: input.ownerId,
    role: "admin",
    createdAt: ctx.now,
  });
  await suggestCauses(ctx, workspace.locale);
  await recordAct(ctx, "settings.made", { label: workspace.name });
  return workspace;
}

/**
 * Row-level security hides other workspaces' slugs and keys, but their unique indexes answer; so it is tried,
 * each time with another key and, where the slug was not asked for, another slug. Null when none was free.
 */
async function insertUnderFreeSlug(ctx: Ctx, input: CreateWorkspace): Promise<Workspace | null> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const [row] = await ctx.db
      .insert(workspaces)
      .values({
        id: ctx.workspaceId,
        key: base32(randomBytes(4)).slice(0, 5),
        slug: input.slug ?? numbered(slugOf(input.name), attempt),
        name: input.name,
        locale: readersLanguageIfAny(),
        ...(input.timezone ? { timezone: input.timezone } : {}),
        legalGround: "existing_customer",
        country: countryOfZone(input.timezone),
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning();
    if (row) return row;
  }
  return null;
}

/** The slug itself, then with 2 to 9, then with a random end. */
function numbered(slug: string, attempt: number): string {
  if (attempt === 1) return slug;
  return attempt < 10 ? `${slug}-${attempt}` : `${slug.slice(0, 33)}-${base32(randomBytes(4)).slice(0, 6)}`;
}
