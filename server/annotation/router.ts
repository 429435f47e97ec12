import { memberProcedure, router } from "#server/trpc.ts";
import { addAnnotation } from "./add.ts";
import { changeAnnotation } from "./change.ts";
import { removeAnnotation } from "./remove.ts";
import { AddAnnotation, AnnotationId, ChangeAnnotation } from "./schema.ts";

const viewer = memberProcedure("viewer");

export const annotationRouter = router({
  add: viewer.input(AddAnnotation).mutation(({ ctx, input }) => addAnnotation(ctx.svar, input)),
  change: viewer.input(ChangeAnnotation).mutation(({ ctx, input }) => changeAnnotation(ctx.svar, input)),
  remove: viewer.input(AnnotationId).mutation(({ ctx, input }) => removeAnnotation(ctx.svar, input)),
});
