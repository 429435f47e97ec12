import { memberProcedure, router } from "#server/trpc.ts";
import { endHold, holdRetention } from "./hold.ts";
import { previewRetention } from "./preview.ts";
import { getRetention } from "./queries.ts";
import { HoldRetention, SetRetention } from "./schema.ts";
import { setRetention } from "./set.ts";

const admin = memberProcedure("admin");

export const retentionRouter = router({
  get: admin.query(({ ctx }) => getRetention(ctx.svar)),
  preview: admin.input(SetRetention).query(({ ctx, input }) => previewRetention(ctx.svar, input)),
  set: admin.input(SetRetention).mutation(({ ctx, input }) => setRetention(ctx.svar, input)),
  hold: admin.input(HoldRetention).mutation(({ ctx, input }) => holdRetention(ctx.svar, input)),
  endHold: admin.mutation(({ ctx }) => endHold(ctx.svar)),
});
