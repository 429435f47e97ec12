import { memberProcedure, router } from "#server/trpc.ts";
import { endPresence } from "./end.ts";
import { notePresence } from "./note.ts";
import { listPresences } from "./queries.ts";
import { EndPresence, NotePresence } from "./schema.ts";

const viewer = memberProcedure("viewer");

export const presenceRouter = router({
  list: viewer.query(({ ctx }) => listPresences(ctx.svar)),
  note: viewer.input(NotePresence).mutation(({ ctx, input }) => notePresence(ctx.svar, input)),
  end: viewer.input(EndPresence).mutation(({ ctx, input }) => endPresence(ctx.svar, input)),
});
