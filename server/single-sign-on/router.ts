import { memberProcedure, router } from "#server/trpc.ts";
import { addCompanyDomain } from "./add-company-domain.ts";
import { checkCompanyDomain } from "./check-company-domain.ts";
import { chooseJoining } from "./choose-joining.ts";
import { demandProvider } from "./demand-provider.ts";
import { endOtherWaysIn, endSessionsByProvider } from "./end-sessions.ts";
import { getSingleSignOn } from "./queries.ts";
import { removeCompanyDomain } from "./remove-company-domain.ts";
import { removeProvider } from "./remove-provider.ts";
import {
  AddCompanyDomain,
  ChooseJoining,
  CompanyDomainId,
  DemandProvider,
  SetProvider,
  SwitchProvider,
} from "./schema.ts";
import { setProvider } from "./set-provider.ts";
import { switchProvider } from "./switch-provider.ts";

const admin = memberProcedure("admin");

export const singleSignOnRouter = router({
  get: admin.query(({ ctx }) => getSingleSignOn(ctx.svar)),
  set: admin.input(SetProvider).mutation(async ({ ctx, input }) => {
    const { isOther } = await setProvider(ctx.svar, input);
    if (isOther) await endSessionsByProvider(ctx);
  }),
  remove: admin.mutation(async ({ ctx }) => {
    await removeProvider(ctx.svar);
    await endSessionsByProvider(ctx);
  }),
  switch: admin.input(SwitchProvider).mutation(async ({ ctx, input }) => {
    await switchProvider(ctx.svar, input);
    if (!input.on) await endSessionsByProvider(ctx);
  }),
  demand: admin.input(DemandProvider).mutation(async ({ ctx, input }) => {
    await demandProvider(ctx.svar, input);
    await endOtherWaysIn(ctx);
  }),
  chooseJoining: admin.input(ChooseJoining).mutation(({ ctx, input }) => chooseJoining(ctx.svar, input)),
  addDomain: admin.input(AddCompanyDomain).mutation(({ ctx, input }) => addCompanyDomain(ctx.svar, input)),
  checkDomain: admin.input(CompanyDomainId).mutation(({ ctx, input }) => checkCompanyDomain(ctx.svar, input)),
  removeDomain: admin
    .input(CompanyDomainId)
    .mutation(({ ctx, input }) => removeCompanyDomain(ctx.svar, input)),
});
