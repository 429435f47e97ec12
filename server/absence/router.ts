import { memberProcedure, router } from "#server/trpc.ts";
import { addAbsence } from "./add.ts";
import { endAbsence } from "./end.ts";
import { listAbsences } from "./queries.ts";
import { AddAbsence, EndAbsence } from "./schema.ts";

const agent = memberProcedure("agent");

export const absenceRouter = router({
  list: memberProcedure("viewer").query(({ ctx }) => listAbsences(ctx.svar)),
  add: agent.input(AddAbsence).mutation(({ ctx, input }) => addAbsence(ctx.svar, input)),
  end: agent.input(EndAbsence).mutation(({ ctx, input }) => endAbsence(ctx.svar, input)),
});
