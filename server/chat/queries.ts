import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { chatChannels, chatMessageEvents, chatMessages, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { sayStored } from "#server/i18n/say-refusal.ts";
import { readersLanguageIfAny } from "#server/i18n/speech.ts";

export type Channel = typeof chatChannels.$inferSelect;

/** A failure that is over soon is not worth an alarm. */
const hiccupMs = 10 * 60_000;

/**
 * The channels by name, with how their address is known, never itself; who made and changed them; and what was answered
 * last, to which kind of message and when (null: nothing was sent yet). `failingSince` says so from ten minutes on.
 */
export async function listChannels(ctx: Ctx) {
  const [makers, changers] = [alias(users, "makers"), alias(users, "changers")];
  const rows = await ctx.db
    .select({ channel: chatChannels, madeBy: makers.name, changedBy: changers.name })
    .from(chatChannels)
    .leftJoin(makers, eq(makers.id, chatChannels.madeBy))
    .leftJoin(changers, eq(changers.id, chatChannels.changedBy))
    .where(and(eq(chatChannels.workspaceId, ctx.workspaceId), isNull(chatChannels.endedAt)))
    .orderBy(asc(sql`lower(${chatChannels.name})`));
  const answers = await lastAnswers(ctx);
  return rows.map(({ channel: { workspaceId: _, address: __, failingSince, ...channel }, ...people }) => ({
    ...channel,
    ...people,
    offAnswer: said(channel.offAnswer),
    failingSince: failingSince && ctx.now.getTime() - failingSince.getTime() > hiccupMs ? failingSince : null,
    last: answers.find(({ channelId }) => channelId === channel.id) ?? null,
  }));
}

async function lastAnswers(ctx: Ctx) {
  const rows = await ctx.db
    .selectDistinctOn([chatMessages.channelId], {
      channelId: chatMessages.channelId,
      purpose: chatMessages.purpose,
      state: chatMessageEvents.state,
      status: chatMessageEvents.status,
      answer: chatMessageEvents.answer,
      at: chatMessageEvents.at,
    })
    .from(chatMessages)
    .innerJoin(
      chatMessageEvents,
      and(
        eq(chatMessageEvents.workspaceId, chatMessages.workspaceId),
        eq(chatMessageEvents.messageId, chatMessages.id),
      ),
    )
    .where(
      and(
        eq(chatMessages.workspaceId, ctx.workspaceId),
        isNotNull(chatMessageEvents.answer),
        ne(chatMessageEvents.state, "cancelled"),
      ),
    )
    .orderBy(chatMessages.channelId, desc(chatMessageEvents.id));
  return rows.map((row) => ({ ...row, answer: said(row.answer) }));
}

const said = (answer: string | null) => answer && sayStored(readersLanguageIfAny(), answer);

/** A channel that has not ended, on or off. @throws NOT_FOUND when it is not in this workspace. */
export async function requireChannel(
  ctx: Ctx,
  channelId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Channel> {
  const found = ctx.db
    .select()
    .from(chatChannels)
    .where(
      and(
        eq(chatChannels.workspaceId, ctx.workspaceId),
        eq(chatChannels.id, channelId),
        isNull(chatChannels.endedAt),
      ),
    );
  const [row] = lock ? await found.for("no key update") : await found;
  if (!row) throw notFound("channel");
  return row;
}

/** A channel to be changed, without its address. @throws NOT_FOUND like `requireChannel`. */
export async function getChannel(ctx: Ctx, channelId: string) {
  const { id, name, shape, host, lastFour, saysWords, offAt } = await requireChannel(ctx, channelId);
  return { id, name, shape, host, lastFour, saysWords, offAt };
}

/** Where a message is by now, and what was answered last (null: nothing yet). @throws NOT_FOUND for another workspace's. */
export async function findAnswer(ctx: Ctx, messageId: string) {
  const [row] = await ctx.db
    .select({
      state: chatMessages.state,
      status: chatMessageEvents.status,
      answer: chatMessageEvents.answer,
    })
    .from(chatMessages)
    .leftJoin(
      chatMessageEvents,
      and(
        eq(chatMessageEvents.workspaceId, chatMessages.workspaceId),
        eq(chatMessageEvents.messageId, chatMessages.id),
        isNotNull(chatMessageEvents.answer),
      ),
    )
    .where(and(eq(chatMessages.workspaceId, ctx.workspaceId), eq(chatMessages.id, messageId)))
    .orderBy(desc(chatMessageEvents.id))
    .limit(1);
  if (!row) throw notFound("message");
  return { ...row, answer: said(row.answer) };
}
