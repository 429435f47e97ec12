import { listTags } from "#server/tag/queries.ts";
import { memberProcedure, router } from "#server/trpc.ts";
import { actOnCases } from "./act.ts";
import { addNote } from "./add-note.ts";
import { chooseAfterClosing } from "./after-closing.ts";
import { closeCase } from "./close.ts";
import { countCases } from "./count.ts";
import { getCaseFrame } from "./frame.ts";
import { findHeard } from "./heard.ts";
import { findNeighbours, listCases } from "./list.ts";
import { markUnread } from "./mark-unread.ts";
import { noteCase } from "./note-case.ts";
import { noteRead } from "./note-read.ts";
import { openCasesByHand } from "./open-by-hand.ts";
import { listPast } from "./past.ts";
import { getCase } from "./queries.ts";
import { reopenCase } from "./reopen.ts";
import {
  ActOnCases,
  AddNote,
  ChooseAfterClosing,
  CloseCase,
  CountCases,
  FindNeighbours,
  GetCase,
  ListCases,
  ListTags,
  MarkUnread,
  NoteCase,
  NoteRead,
  OpenCases,
  ReopenCase,
  SendReply,
  SetValue,
  TakeBackReply,
  UndoAct,
} from "./schema.ts";
import { sendReply } from "./send-reply.ts";
import { setValue } from "./set-value.ts";
import { offerSnoozes } from "./snooze.ts";
import { takeBackReply } from "./take-back-reply.ts";
import { undoAct } from "./undo.ts";
import { findValue } from "./value.ts";

const viewer = memberProcedure("viewer");
const agent = memberProcedure("agent");
const manager = memberProcedure("manager");

export const caseRouter = router({
  list: viewer.input(ListCases).query(({ ctx, input }) => listCases(ctx.svar, input)),
  counts: viewer.input(CountCases).query(({ ctx, input }) => countCases(ctx.svar, input)),
  frame: viewer.query(({ ctx }) => getCaseFrame(ctx.svar)),
  neighbours: viewer.input(FindNeighbours).query(({ ctx, input }) => findNeighbours(ctx.svar, input)),
  get: viewer.input(GetCase).query(({ ctx, input }) => getCase(ctx.svar, input)),
  heard: viewer.input(GetCase).query(({ ctx, input }) => findHeard(ctx.svar, input)),
  read: viewer.input(NoteRead).mutation(({ ctx, input }) => noteRead(ctx.svar, input)),
  markUnread: viewer.input(MarkUnread).mutation(({ ctx, input }) => markUnread(ctx.svar, input)),
  past: viewer.input(GetCase).query(({ ctx, input }) => listPast(ctx.svar, input)),
  open: agent.input(OpenCases).mutation(({ ctx, input }) => openCasesByHand(ctx.svar, input)),
  note: agent.input(NoteCase).mutation(({ ctx, input }) => noteCase(ctx.svar, input)),
  reply: agent.input(SendReply).mutation(({ ctx, input }) => sendReply(ctx.svar, input)),
  takeBackReply: agent.input(TakeBackReply).mutation(({ ctx, input }) => takeBackReply(ctx.svar, input)),
  addNote: agent.input(AddNote).mutation(({ ctx, input }) => addNote(ctx.svar, input)),
  close: agent.input(CloseCase).mutation(({ ctx, input }) => closeCase(ctx.svar, input)),
  tags: viewer.input(ListTags).query(({ ctx, input }) => listTags(ctx.svar, input)),
  snoozes: agent.query(({ ctx }) => offerSnoozes(ctx.svar)),
  act: agent.input(ActOnCases).mutation(({ ctx, input }) => actOnCases(ctx.svar, input)),
  undo: agent.input(UndoAct).mutation(({ ctx, input }) => undoAct(ctx.svar, input)),
  chooseAfterClosing: viewer
    .input(ChooseAfterClosing)
    .mutation(({ ctx, input }) => chooseAfterClosing(ctx.svar, input)),
  value: viewer.query(({ ctx }) => findValue(ctx.svar)),
  setValue: manager.input(SetValue).mutation(({ ctx, input }) => setValue(ctx.svar, input)),
  reopen: agent.input(ReopenCase).mutation(({ ctx, input }) => reopenCase(ctx.svar, input)),
});
