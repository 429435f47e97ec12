import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { chatChannels } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { kept } from "./address.ts";
import type { AddChannel } from "./schema.ts";

const mostChannels = 50;

/**
 * Adds a channel. Its address is never shown again. Returns its id.
 * @throws INVALID on `name` where one has that name, on `address` for one that nothing may be sent to; LIMIT_REACHED at fifty.
 */
export async function addChannel(ctx: Ctx, { address, ...content }: AddChannel): Promise<{ id: string }> {
  const id = newId(ctx.now.getTime());
  await requireFreeName(ctx, id, content.name);
  const here = and(eq(chatChannels.workspaceId, ctx.workspaceId), isNull(chatChannels.endedAt));
  if ((await ctx.db.$count(chatChannels, here)) >= mostChannels) {
    throw new DomainError("LIMIT_REACHED", refusal("channelsFull", { count: mostChannels }));
  }
  await ctx.db.insert(chatChannels).values({
    ...{ ...content, ...kept(ctx, address), workspaceId: ctx.workspaceId, id },
    ...{ madeAt: ctx.now, madeBy: memberId(ctx.actor) },
  });
  await recordAct(ctx, "alerts.channel_added", { id, label: content.name });
  return { id };
}

/** @throws INVALID on `name` where another channel has it, in whatever capitals. */
export async function requireFreeName(ctx: Ctx, id: string, name: string): Promise<void> {
  const taken = await ctx.db.$count(
    chatChannels,
    and(
      eq(chatChannels.workspaceId, ctx.workspaceId),
      isNull(chatChannels.endedAt),
      ne(chatChannels.id, id),
      sql`lower(${chatChannels.name}) = lower(${name})`,
    ),
  );
  if (taken > 0) throw invalid("name", refusal("channelTaken"));
}
