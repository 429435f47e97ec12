import { memberProcedure, router } from "#server/trpc.ts";
import { listAudit } from "./queries.ts";
import { ListAudit } from "./schema.ts";

export const auditRouter = router({
  list: memberProcedure("admin")
    .input(ListAudit)
    .query(({ ctx, input }) => listAudit(ctx.svar, input)),
});
