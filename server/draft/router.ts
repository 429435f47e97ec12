import { memberProcedure, router } from "#server/trpc.ts";
import { findDraft } from "./queries.ts";
import { saveDraft } from "./save.ts";
import { FindDraft, SaveDraft } from "./schema.ts";

const agent = memberProcedure("agent");

export const draftRouter = router({
  find: memberProcedure("viewer")
    .input(FindDraft)
    .query(({ ctx, input }) => findDraft(ctx.svar, input)),
  save: agent.input(SaveDraft).mutation(({ ctx, input }) => saveDraft(ctx.svar, input)),
});
