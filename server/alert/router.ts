import { memberProcedure, router } from "#server/trpc.ts";
import { changeAlert } from "./change.ts";
import { createAlert } from "./create.ts";
import { endAlert } from "./end.ts";
import { listAlertChoices, listAlerts, requireAlert } from "./queries.ts";
import { AlertId, ChangeAlert, CreateAlert } from "./schema.ts";

const viewer = memberProcedure("viewer");

export const alertRouter = router({
  list: viewer.query(({ ctx }) => listAlerts(ctx.svar)),
  choices: viewer.query(({ ctx }) => listAlertChoices(ctx.svar)),
  get: viewer.input(AlertId).query(({ ctx, input }) => requireAlert(ctx.svar, input.alertId)),
  create: viewer.input(CreateAlert).mutation(({ ctx, input }) => createAlert(ctx.svar, input)),
  change: viewer.input(ChangeAlert).mutation(({ ctx, input }) => changeAlert(ctx.svar, input)),
  end: viewer.input(AlertId).mutation(({ ctx, input }) => endAlert(ctx.svar, input)),
});
