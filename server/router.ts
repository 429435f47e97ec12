import { liveRouter } from "#server/live/router.ts";
import { createCallerFactory, router } from "#server/trpc.ts";

export const appRouter = router({
  live: liveRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
