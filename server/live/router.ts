import { tracked } from "@trpc/server";
import { asMember } from "#server/entry.ts";
import { memberProcedure, router, userProcedure } from "#server/trpc.ts";
import { changesSince } from "./changes.ts";
import { FollowChanges, ReadChanges } from "./schema.ts";

export const liveRouter = router({
  /** The one stream of a browser, from the position `lastEventId` on. It ends with the member's access. */
  changes: userProcedure.input(FollowChanges).subscription(async function* ({ ctx, input, signal }) {
    const workspaceId = await asMember(ctx.rt, ctx.user, input.workspace, async (svar) => svar.workspaceId);
    const streams = await ctx.live();
    const { sessionId } = ctx.user;
    for await (const message of streams.follow(
      { workspaceId, sessionId },
      input.lastEventId ?? null,
      signal!,
    )) {
      yield tracked(message.position, message);
    }
  }),
  /** The same once, for a browser that cannot have the stream. */
  since: memberProcedure("viewer")
    .input(ReadChanges)
    .query(({ ctx, input }) => changesSince(ctx.svar, input.position)),
});
