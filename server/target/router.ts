import { memberProcedure, router } from "#server/trpc.ts";
import { changeTarget } from "./change.ts";
import { endTarget } from "./end.ts";
import { listTargets } from "./queries.ts";
import { ChangeTarget, EndTarget, SetTarget } from "./schema.ts";
import { setTarget } from "./set.ts";

const viewer = memberProcedure("viewer");
const manager = memberProcedure("manager");

export const targetRouter = router({
  list: viewer.query(({ ctx }) => listTargets(ctx.svar)),
  set: manager.input(SetTarget).mutation(({ ctx, input }) => setTarget(ctx.svar, input)),
  change: manager.input(ChangeTarget).mutation(({ ctx, input }) => changeTarget(ctx.svar, input)),
  end: manager.input(EndTarget).mutation(({ ctx, input }) => endTarget(ctx.svar, input)),
});
