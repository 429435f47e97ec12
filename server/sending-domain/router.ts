import { memberProcedure, router } from "#server/trpc.ts";
import { addDomain } from "./add.ts";
import { checkDomain } from "./check.ts";
import { getSender } from "./queries.ts";
import { removeDomain } from "./remove.ts";
import { rotateKey } from "./rotate-key.ts";
import { AddDomain, DomainId, SetPersonalSender } from "./schema.ts";
import { setPersonalSender } from "./set-personal-sender.ts";

const manager = memberProcedure("manager");
const admin = memberProcedure("admin");

export const sendingDomainRouter = router({
  get: manager.query(({ ctx }) => getSender(ctx.svar)),
  add: admin.input(AddDomain).mutation(({ ctx, input }) => addDomain(ctx.svar, input)),
  check: admin.input(DomainId).mutation(({ ctx, input }) => checkDomain(ctx.svar, input)),
  rotateKey: admin.input(DomainId).mutation(({ ctx, input }) => rotateKey(ctx.svar, input)),
  setPersonalSender: admin
    .input(SetPersonalSender)
    .mutation(({ ctx, input }) => setPersonalSender(ctx.svar, input)),
  remove: admin.input(DomainId).mutation(({ ctx, input }) => removeDomain(ctx.svar, input)),
});
