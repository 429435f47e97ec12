import { memberProcedure, router } from "#server/trpc.ts";
import { removeAttachment } from "./remove.ts";
import { FindAttachment } from "./schema.ts";

export const attachmentRouter = router({
  remove: memberProcedure("agent")
    .input(FindAttachment)
    .mutation(({ ctx, input }) => removeAttachment(ctx.svar, input)),
});
