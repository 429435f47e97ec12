import { sayToReader } from "#server/i18n/say-refusal.ts";
import { memberProcedure, router } from "#server/trpc.ts";
import { importSuppressions } from "./import.ts";
import { liftFromContact, liftSuppression } from "./lift.ts";
import { historyOfContact, listSuppressions } from "./queries.ts";
import {
  ImportSuppressions,
  LiftFromContact,
  LiftSuppression,
  ListSuppressions,
  OfContact,
  SuppressContact,
} from "./schema.ts";
import { suppressContact } from "./suppress-contact.ts";

const viewer = memberProcedure("viewer");
const manager = memberProcedure("manager");

export const suppressionRouter = router({
  list: viewer.input(ListSuppressions).query(({ ctx, input }) => listSuppressions(ctx.svar, input)),
  history: viewer.input(OfContact).query(({ ctx, input }) => historyOfContact(ctx.svar, input)),
  import: manager.input(ImportSuppressions).mutation(async ({ ctx, input }) => {
    const { bad, ...done } = await importSuppressions(ctx.svar, input);
    return { ...done, bad: bad.map((one) => ({ ...one, reason: sayToReader(one.reason) })) };
  }),
  lift: manager.input(LiftSuppression).mutation(({ ctx, input }) => liftSuppression(ctx.svar, input)),
  stopContact: manager
    .input(SuppressContact)
    .mutation(({ ctx, input }) =>
      suppressContact(ctx.svar, { ...input, reason: "by_hand", source: "contact page" }),
    ),
  liftFromContact: manager
    .input(LiftFromContact)
    .mutation(({ ctx, input }) => liftFromContact(ctx.svar, input)),
});
