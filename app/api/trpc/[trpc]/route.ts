import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { requestContext } from "#app/_trpc/request-context.ts";
import { appRouter } from "#server/router.ts";

const answer = (request: Request) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => requestContext(request.headers),
  });

export { answer as GET, answer as POST };
