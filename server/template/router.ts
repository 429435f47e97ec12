import { memberProcedure, router } from "#server/trpc.ts";
import { endTemplate } from "./end.ts";
import { listTemplates } from "./queries.ts";
import { saveTemplate } from "./save.ts";
import { EndTemplate, SaveTemplate } from "./schema.ts";

const manager = memberProcedure("manager");

export const templateRouter = router({
  list: memberProcedure("viewer").query(({ ctx }) => listTemplates(ctx.svar)),
  save: manager.input(SaveTemplate).mutation(({ ctx, input }) => saveTemplate(ctx.svar, input)),
  end: manager.input(EndTemplate).mutation(({ ctx, input }) => endTemplate(ctx.svar, input)),
});
