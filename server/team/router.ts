import { memberProcedure, router } from "#server/trpc.ts";
import { SetEscalation, SetLead } from "./schema.ts";
import { setEscalation } from "./set-escalation.ts";
import { setLead } from "./set-lead.ts";

const manager = memberProcedure("manager");

export const teamRouter = router({
  setLead: manager.input(SetLead).mutation(({ ctx, input }) => setLead(ctx.svar, input)),
  setEscalation: manager.input(SetEscalation).mutation(({ ctx, input }) => setEscalation(ctx.svar, input)),
});
