import { memberProcedure, router } from "#server/trpc.ts";
import { addClosedDay } from "./add-closed-day.ts";
import { listWorkingTimes } from "./queries.ts";
import { removeClosedDay } from "./remove-closed-day.ts";
import { resetWorkingTime } from "./reset.ts";
import { AddClosedDay, RemoveClosedDay, ResetWorkingTime, SetWorkingTime } from "./schema.ts";
import { setWorkingTime } from "./set.ts";

const manager = memberProcedure("manager");

export const workingTimeRouter = router({
  list: memberProcedure("viewer").query(({ ctx }) => listWorkingTimes(ctx.svar)),
  set: manager.input(SetWorkingTime).mutation(({ ctx, input }) => setWorkingTime(ctx.svar, input)),
  reset: manager.input(ResetWorkingTime).mutation(({ ctx, input }) => resetWorkingTime(ctx.svar, input)),
  addClosedDay: manager.input(AddClosedDay).mutation(({ ctx, input }) => addClosedDay(ctx.svar, input)),
  removeClosedDay: manager
    .input(RemoveClosedDay)
    .mutation(({ ctx, input }) => removeClosedDay(ctx.svar, input)),
});
