import { memberProcedure, router } from "#server/trpc.ts";
import { chooseColumns, getColumns } from "./choose-columns.ts";
import { countListed } from "./count-listed.ts";
import { countNewer } from "./count-newer.ts";
import { getResponse } from "./get.ts";
import { listResponses } from "./list.ts";
import { listChoices } from "./list-choices.ts";
import { getFrame } from "./queries.ts";
import { ChooseColumns, CountNewer, GetResponse, ListFilter, ListResponses } from "./schema.ts";

const viewer = memberProcedure("viewer");

export const responseRouter = router({
  list: viewer.input(ListResponses).query(({ ctx, input }) => listResponses(ctx.svar, input)),
  countNewer: viewer.input(CountNewer).query(({ ctx, input }) => countNewer(ctx.svar, input)),
  count: viewer.input(ListFilter).query(({ ctx, input }) => countListed(ctx.svar, input)),
  frame: viewer.query(({ ctx }) => getFrame(ctx.svar)),
  choices: viewer.query(({ ctx }) => listChoices(ctx.svar)),
  columns: viewer.query(({ ctx }) => getColumns(ctx.svar)),
  chooseColumns: viewer.input(ChooseColumns).mutation(({ ctx, input }) => chooseColumns(ctx.svar, input)),
  get: viewer.input(GetResponse).query(({ ctx, input }) => getResponse(ctx.svar, input)),
});
