import { memberProcedure, router } from "#server/trpc.ts";
import { addNote } from "./add-note.ts";
import { assignCase } from "./assign.ts";
import { closeCase } from "./close.ts";
import { countCases } from "./count.ts";
import { openCasesByHand } from "./open-by-hand.ts";
import { getCase, listCases } from "./queries.ts";
import { reopenCase } from "./reopen.ts";
import {
  AddNote,
  AssignCase,
  CloseCase,
  CountCases,
  GetCase,
  ListCases,
  OpenCases,
  ReopenCase,
  SendReply,
  TakeBackReply,
} from "./schema.ts";
import { sendReply } from "./send-reply.ts";
import { takeBackReply } from "./take-back-reply.ts";

const viewer = memberProcedure("viewer");
const agent = memberProcedure("agent");

export const caseRouter = router({
  list: viewer.input(ListCases).query(({ ctx, input }) => listCases(ctx.svar, input)),
  counts: viewer.input(CountCases).query(({ ctx, input }) => countCases(ctx.svar, input)),
  get: viewer.input(GetCase).query(({ ctx, input }) => getCase(ctx.svar, input)),
  open: agent.input(OpenCases).mutation(({ ctx, input }) => openCasesByHand(ctx.svar, input)),
  reply: agent.input(SendReply).mutation(({ ctx, input }) => sendReply(ctx.svar, input)),
  takeBackReply: agent.input(TakeBackReply).mutation(({ ctx, input }) => takeBackReply(ctx.svar, input)),
  addNote: agent.input(AddNote).mutation(({ ctx, input }) => addNote(ctx.svar, input)),
  assign: agent.input(AssignCase).mutation(({ ctx, input }) => assignCase(ctx.svar, input)),
  close: agent.input(CloseCase).mutation(({ ctx, input }) => closeCase(ctx.svar, input)),
  reopen: agent.input(ReopenCase).mutation(({ ctx, input }) => reopenCase(ctx.svar, input)),
});
