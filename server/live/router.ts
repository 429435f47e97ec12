import { tracked } from "@trpc/server";
import { z } from "zod";
import { asMember } from "#server/entry.ts";
import { router, userProcedure } from "#server/trpc.ts";
import { liveMessages } from "./stream.ts";

const recheckMs = 4_000;

/**
 * The one stream of a tab. Whoever subscribes must be a member, and is asked again every 4 s, so that
 * a removed member's stream ends within 5 s (RELIABILITY.md I5). The first message is "resync": what
 * happened between the page and the stream is read again.
 */
export const liveRouter = router({
  changes: userProcedure
    .input(z.object({ workspace: z.string(), lastEventId: z.string().nullish() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const membership = () => asMember(ctx.rt, ctx.user, input.workspace, async (svar) => svar.workspaceId);
      const workspaceId = await membership();
      const ended = new AbortController();
      const stop = () => ended.abort();
      signal?.addEventListener("abort", stop);
      const recheck = setInterval(() => membership().catch(stop), recheckMs);
      let id = Number(input.lastEventId ?? 0);
      try {
        for await (const message of liveMessages(await ctx.subscriber(), workspaceId, ended.signal)) {
          yield tracked(String(++id), message);
        }
      } finally {
        clearInterval(recheck);
        signal?.removeEventListener("abort", stop);
      }
    }),
});
