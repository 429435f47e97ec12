import { memberProcedure, router } from "#server/trpc.ts";
import { listTeams } from "./queries.ts";
import { SetEscalation, SetLead, SetMembers, SetSight } from "./schema.ts";
import { setEscalation } from "./set-escalation.ts";
import { setLead } from "./set-lead.ts";
import { setMembers } from "./set-members.ts";
import { getSight, setSight } from "./set-sight.ts";

const viewer = memberProcedure("viewer");
const manager = memberProcedure("manager");
const admin = memberProcedure("admin");

export const teamRouter = router({
  list: viewer.query(({ ctx }) => listTeams(ctx.svar)),
  setLead: manager.input(SetLead).mutation(({ ctx, input }) => setLead(ctx.svar, input)),
  setMembers: manager.input(SetMembers).mutation(({ ctx, input }) => setMembers(ctx.svar, input)),
  setEscalation: manager.input(SetEscalation).mutation(({ ctx, input }) => setEscalation(ctx.svar, input)),
  sight: viewer.query(({ ctx }) => getSight(ctx.svar)),
  setSight: admin.input(SetSight).mutation(({ ctx, input }) => setSight(ctx.svar, input)),
});
