import { memberProcedure, router } from "#server/trpc.ts";
import { getDashboard, latestAnswerDay } from "./queries.ts";
import { DashboardView } from "./schema.ts";

const viewer = memberProcedure("viewer");

export const dashboardRouter = router({
  get: viewer.input(DashboardView).query(({ ctx, input }) => getDashboard(ctx.svar, input)),
  latestAnswerDay: viewer.query(({ ctx }) => latestAnswerDay(ctx.svar)),
});
