import { memberProcedure, router } from "#server/trpc.ts";
import { previewThanks } from "./preview.ts";
import { findThanks } from "./queries.ts";
import { OfAnswer, PreviewThanks } from "./schema.ts";

export const thanksRouter = router({
  of: memberProcedure("viewer")
    .input(OfAnswer)
    .query(({ ctx, input }) => findThanks(ctx.svar, input)),
  preview: memberProcedure("manager")
    .input(PreviewThanks)
    .query(({ ctx, input }) => previewThanks(ctx.svar, input)),
});
