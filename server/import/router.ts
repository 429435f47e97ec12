import { memberProcedure, router } from "#server/trpc.ts";
import { checkImport, getColumns, getImport, listImports } from "./queries.ts";
import { GetImport, SetMapping } from "./schema.ts";
import { setMapping } from "./set-mapping.ts";
import { startImport } from "./start.ts";

const manager = memberProcedure("manager");

export const importRouter = router({
  list: manager.query(({ ctx }) => listImports(ctx.svar)),
  get: manager.input(GetImport).query(({ ctx, input }) => getImport(ctx.svar, input)),
  columns: manager.input(GetImport).query(({ ctx, input }) => getColumns(ctx.svar, input)),
  check: manager.input(GetImport).query(({ ctx, input }) => checkImport(ctx.svar, input)),
  setMapping: manager.input(SetMapping).mutation(({ ctx, input }) => setMapping(ctx.svar, input)),
  start: manager.input(GetImport).mutation(({ ctx, input }) => startImport(ctx.svar, input)),
});
