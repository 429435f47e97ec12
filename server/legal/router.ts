import { memberProcedure, router } from "#server/trpc.ts";
import { getDataProtection, getLegal } from "./queries.ts";
import { SetDataProtection, SetLegalDefaults, SetLegalRule } from "./schema.ts";
import { setDataProtection } from "./set-data-protection.ts";
import { setLegalDefaults } from "./set-defaults.ts";
import { setLegalRule } from "./set-rule.ts";

const admin = memberProcedure("admin");

export const legalRouter = router({
  get: memberProcedure("manager").query(({ ctx }) => getLegal(ctx.svar)),
  setRule: admin.input(SetLegalRule).mutation(({ ctx, input }) => setLegalRule(ctx.svar, input)),
  setDefaults: admin.input(SetLegalDefaults).mutation(({ ctx, input }) => setLegalDefaults(ctx.svar, input)),
  dataProtection: memberProcedure("manager").query(({ ctx }) => getDataProtection(ctx.svar)),
  setDataProtection: admin
    .input(SetDataProtection)
    .mutation(({ ctx, input }) => setDataProtection(ctx.svar, input)),
});
