import { memberProcedure, router } from "#server/trpc.ts";
import { callOffCheck } from "./call-off.ts";
import { getRecovery } from "./queries.ts";
import { OfCase } from "./schema.ts";

const viewer = memberProcedure("viewer");
const agent = memberProcedure("agent");

export const recoveryRouter = router({
  ofCase: viewer.input(OfCase).query(({ ctx, input }) => getRecovery(ctx.svar, input)),
  callOff: agent.input(OfCase).mutation(({ ctx, input }) => callOffCheck(ctx.svar, input)),
});
