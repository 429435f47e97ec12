import { memberProcedure, router } from "#server/trpc.ts";
import { countNewer } from "./count-newer.ts";
import { listChoices } from "./list-choices.ts";
import { getFrame, getResponse, listResponses } from "./queries.ts";
import { CountNewer, GetResponse, ListResponses } from "./schema.ts";

const viewer = memberProcedure("viewer");

export const responseRouter = router({
  list: viewer.input(ListResponses).query(({ ctx, input }) => listResponses(ctx.svar, input)),
  countNewer: viewer.input(CountNewer).query(({ ctx, input }) => countNewer(ctx.svar, input)),
  frame: viewer.query(({ ctx }) => getFrame(ctx.svar)),
  choices: viewer.query(({ ctx }) => listChoices(ctx.svar)),
  get: viewer.input(GetResponse).query(({ ctx, input }) => getResponse(ctx.svar, input)),
});
