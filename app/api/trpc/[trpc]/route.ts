import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { bounded } from "#app/_security/bounded.ts";
import { forAnybody } from "#app/_security/guarded-route.ts";
import { mostBatched } from "#app/_trpc/most-batched.ts";
import { requestContext } from "#app/_trpc/request-context.ts";
import { appRouter } from "#server/router.ts";

const mostBytes = 1_000_000;
/** Lists of addresses (server/suppression/schema.ts, server/campaign/schema.ts). */
const mostBytesOfLists = 24_000_000;
const takesLists = /\b(?:suppression\.import|campaign\.(?:create|update))\b/;

const answer = forAnybody("every procedure has a policy of its own", (request) =>
  bounded(request, takesLists.test(request.nextUrl.pathname) ? mostBytesOfLists : mostBytes, (whole) =>
    fetchRequestHandler({
      endpoint: "/api/trpc",
      req: whole,
      router: appRouter,
      createContext: () => requestContext(whole.headers),
      maxBatchSize: mostBatched,
    }),
  ),
);

export { answer as GET, answer as POST };
