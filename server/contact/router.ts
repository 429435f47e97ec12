import { memberProcedure, router } from "#server/trpc.ts";
import { listGrounds } from "./list-grounds.ts";
import { getContact, listContacts } from "./queries.ts";
import { saveContact } from "./save.ts";
import { GetContact, ListContacts, SaveContact, UpdateContact } from "./schema.ts";
import { updateContact } from "./update.ts";

const viewer = memberProcedure("viewer");
const manager = memberProcedure("manager");

export const contactRouter = router({
  list: viewer.input(ListContacts).query(({ ctx, input }) => listContacts(ctx.svar, input)),
  get: viewer.input(GetContact).query(({ ctx, input }) => getContact(ctx.svar, input)),
  grounds: viewer.input(GetContact).query(({ ctx, input }) => listGrounds(ctx.svar, input)),
  save: manager.input(SaveContact).mutation(({ ctx, input }) => saveContact(ctx.svar, input)),
  update: manager.input(UpdateContact).mutation(({ ctx, input }) => updateContact(ctx.svar, input)),
});
