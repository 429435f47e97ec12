import { newId } from "#db/id.ts";
import { segments } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { requireMayShare } from "#server/workspace/own-or-shared.ts";
import { offered } from "./queries.ts";
import { mostSegments } from "./rules.ts";
import type { SaveSegment } from "./schema.ts";
import { underFreeName } from "./under-free-name.ts";

/**
 * Keeps filters under a name, for the acting person or for everybody. Returns the segment's id.
 * @throws CONFLICT at `name` when it is taken; FORBIDDEN at `shared` for whoever may not share; LIMIT_REACHED.
 */
export async function saveSegment(ctx: Ctx, { name, filter, shared }: SaveSegment): Promise<{ id: string }> {
  if (shared) requireMayShare(ctx);
  if ((await ctx.db.$count(segments, offered(ctx))) >= mostSegments)
    throw new DomainError("LIMIT_REACHED", refusal("segmentsMost", { count: mostSegments }), "name");
  const id = newId(ctx.now.getTime());
  const maker = memberId(ctx.actor);
  const at = shared ? { sharedAt: ctx.now, sharedBy: maker } : {};
  await underFreeName(name, () =>
    ctx.db
      .insert(segments)
      .values({ workspaceId: ctx.workspaceId, id, name, filter, madeAt: ctx.now, madeBy: maker, ...at }),
  );
  return { id };
}
