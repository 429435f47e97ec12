import { listOpenPromises } from "#server/case/open-promises.ts";
import { memberProcedure, router } from "#server/trpc.ts";
import { keepPromise, movePromise, undoPromise, withdrawPromise } from "./change.ts";
import { makePromise } from "./make.ts";
import { listPromises } from "./queries.ts";
import { CaseId, ListOpenPromises, MakePromise, MovePromise, PromiseId, WithdrawPromise } from "./schema.ts";

const viewer = memberProcedure("viewer");
const agent = memberProcedure("agent");

export const promiseRouter = router({
  ofCase: viewer.input(CaseId).query(({ ctx, input }) => listPromises(ctx.svar, input)),
  open: viewer.input(ListOpenPromises).query(({ ctx, input }) => listOpenPromises(ctx.svar, input)),
  make: agent.input(MakePromise).mutation(({ ctx, input }) => makePromise(ctx.svar, input)),
  keep: agent.input(PromiseId).mutation(({ ctx, input }) => keepPromise(ctx.svar, input)),
  move: agent.input(MovePromise).mutation(({ ctx, input }) => movePromise(ctx.svar, input)),
  withdraw: agent.input(WithdrawPromise).mutation(({ ctx, input }) => withdrawPromise(ctx.svar, input)),
  undo: agent.input(PromiseId).mutation(({ ctx, input }) => undoPromise(ctx.svar, input)),
});
