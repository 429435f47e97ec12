import { z } from "zod";
import { memberProcedure, router } from "#server/trpc.ts";
import { closeSurveyLink } from "./close.ts";
import { createSurveyLink } from "./create.ts";
import { getSurveyLink, listSurveyLinks } from "./queries.ts";
import { CloseSurveyLink, CreateSurveyLink, SurveyLinkId } from "./schema.ts";

const viewer = memberProcedure("viewer");
const manager = memberProcedure("manager");

export const surveyLinkRouter = router({
  list: viewer
    .input(z.object({ surveyId: z.uuid() }))
    .query(({ ctx, input }) => listSurveyLinks(ctx.svar, input)),
  get: viewer.input(SurveyLinkId).query(({ ctx, input }) => getSurveyLink(ctx.svar, input)),
  create: manager.input(CreateSurveyLink).mutation(({ ctx, input }) => createSurveyLink(ctx.svar, input)),
  close: manager.input(CloseSurveyLink).mutation(({ ctx, input }) => closeSurveyLink(ctx.svar, input)),
});
