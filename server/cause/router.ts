import { memberProcedure, router } from "#server/trpc.ts";
import { addCause } from "./add.ts";
import { mergeCause } from "./merge.ts";
import { moveCause } from "./move.ts";
import { listCauses, listNamed } from "./queries.ts";
import { renameCause } from "./rename.ts";
import { restoreCause, retireCause } from "./retire.ts";
import { AddCause, MergeCause, MoveCause, OneCause, RenameCause } from "./schema.ts";

const manager = memberProcedure("manager");

export const causeRouter = router({
  list: memberProcedure("viewer").query(({ ctx }) => listCauses(ctx.svar)),
  named: memberProcedure("viewer").query(({ ctx }) => listNamed(ctx.svar)),
  add: manager.input(AddCause).mutation(({ ctx, input }) => addCause(ctx.svar, input)),
  rename: manager.input(RenameCause).mutation(({ ctx, input }) => renameCause(ctx.svar, input)),
  move: manager.input(MoveCause).mutation(({ ctx, input }) => moveCause(ctx.svar, input)),
  retire: manager.input(OneCause).mutation(({ ctx, input }) => retireCause(ctx.svar, input)),
  restore: manager.input(OneCause).mutation(({ ctx, input }) => restoreCause(ctx.svar, input)),
  merge: manager.input(MergeCause).mutation(({ ctx, input }) => mergeCause(ctx.svar, input)),
});
