import { memberProcedure, router } from "#server/trpc.ts";
import { removeSample } from "./remove.ts";

export const demoRouter = router({
  remove: memberProcedure("admin").mutation(({ ctx }) => removeSample(ctx.svar)),
});
