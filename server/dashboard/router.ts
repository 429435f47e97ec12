import { memberProcedure, router } from "#server/trpc.ts";
import { getDashboard, hasAnswers } from "./queries.ts";
import { DashboardView } from "./schema.ts";

const viewer = memberProcedure("viewer");

export const dashboardRouter = router({
  get: viewer.input(DashboardView).query(({ ctx, input }) => getDashboard(ctx.svar, input)),
  hasAnswers: viewer.query(({ ctx }) => hasAnswers(ctx.svar)),
});
