import { memberProcedure, router } from "#server/trpc.ts";
import { eraseByHand } from "./erase-by-hand.ts";
import { previewErasure } from "./preview-erasure.ts";
import { EraseByHand, OfPerson } from "./schema.ts";

const manager = memberProcedure("manager");

export const ownDataRouter = router({
  previewErasure: manager.input(OfPerson).query(({ ctx, input }) => previewErasure(ctx.svar, input)),
  erase: manager.input(EraseByHand).mutation(({ ctx, input }) => eraseByHand(ctx.svar, input)),
});
