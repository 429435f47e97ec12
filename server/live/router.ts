import { tracked } from "@trpc/server";
import { listenerProcedure, memberProcedure, router } from "#server/trpc.ts";
import { changesSince } from "./changes.ts";
import { FollowChanges, ReadChanges } from "./schema.ts";

export const liveRouter = router({
  /** The one stream of a browser, from the position `lastEventId` on. It ends with the member's access. */
  changes: listenerProcedure.input(FollowChanges).subscription(async function* ({ ctx, input, signal }) {
    const streams = await ctx.live();
    const { id: userId, sessionId } = ctx.user;
    const listener = { userId, workspaceId: ctx.workspaceId, sessionId };
    for await (const message of streams.follow(listener, input.lastEventId ?? null, signal!)) {
      yield tracked(message.position, message);
    }
  }),
  /** The same once, for a browser that cannot have the stream. */
  since: memberProcedure("viewer")
    .input(ReadChanges)
    .query(({ ctx, input }) => changesSince(ctx.svar, input.position)),
});
