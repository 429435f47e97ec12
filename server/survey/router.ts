import { z } from "zod";
import { memberProcedure, router } from "#server/trpc.ts";
import { createSurvey } from "./create.ts";
import { publishSurvey } from "./publish.ts";
import { getSurvey, listSurveys, listSurveyVersions } from "./queries.ts";
import { CreateSurvey, PublishSurvey, UpdateSurvey } from "./schema.ts";
import { updateSurvey } from "./update.ts";

export const surveyRouter = router({
  list: memberProcedure("viewer").query(({ ctx }) => listSurveys(ctx.svar)),
  get: memberProcedure("viewer")
    .input(z.object({ surveyId: z.uuid() }))
    .query(({ ctx, input }) => getSurvey(ctx.svar, input)),
  create: memberProcedure("manager")
    .input(CreateSurvey)
    .mutation(({ ctx, input }) => createSurvey(ctx.svar, input)),
  update: memberProcedure("manager")
    .input(UpdateSurvey)
    .mutation(({ ctx, input }) => updateSurvey(ctx.svar, input)),
  publish: memberProcedure("manager")
    .input(PublishSurvey)
    .mutation(({ ctx, input }) => publishSurvey(ctx.svar, input)),
  versions: memberProcedure("viewer")
    .input(z.object({ surveyId: z.uuid() }))
    .query(({ ctx, input }) => listSurveyVersions(ctx.svar, input)),
});
