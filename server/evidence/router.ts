import { GetResponse, ResponseFilter } from "#server/response/schema.ts";
import { memberProcedure, router } from "#server/trpc.ts";
import { discardProvisional } from "./discard.ts";
import { countProvisional, evidenceOf, listProvisional } from "./queries.ts";
import { releaseProvisional } from "./release.ts";
import { DecideProvisional, ListProvisional } from "./schema.ts";

const viewer = memberProcedure("viewer");
const agent = memberProcedure("agent");

export const evidenceRouter = router({
  listProvisional: viewer.input(ListProvisional).query(({ ctx, input }) => listProvisional(ctx.svar, input)),
  countProvisional: viewer.input(ResponseFilter).query(({ ctx, input }) => countProvisional(ctx.svar, input)),
  of: viewer.input(GetResponse).query(({ ctx, input }) => evidenceOf(ctx.svar, input)),
  release: agent.input(DecideProvisional).mutation(({ ctx, input }) => releaseProvisional(ctx.svar, input)),
  discard: agent.input(DecideProvisional).mutation(({ ctx, input }) => discardProvisional(ctx.svar, input)),
});
