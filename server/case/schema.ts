import { z } from "zod";
import { Caller } from "#server/contact/schema.ts";
import { refusal } from "#server/refusal.ts";
import { mostSelected } from "#server/response/rules.ts";
import { optional, ResponseFilter } from "#server/response/schema.ts";
import { waysToCome } from "./choices.ts";

const id = z.uuid();
const words = (most: number, empty: string) =>
  z.string().trim().min(1, empty).max(most, refusal("tooLong", { most }));

export const caseViews = [
  "open",
  "mine",
  "unassigned",
  "promised",
  "waiting",
  "snoozed",
  "closed",
  "all",
] as const;
export type CaseView = (typeof caseViews)[number];

/**
 * How it stands with the first reply to a case: there is one (`replied`), it came in time, it came late or is due and
 * has not come (`late`), the latter alone (`overdue`), or the case was closed without one (`unwritten`): who was
 * called leaves no time of a reply behind, so such a case is neither in time nor late.
 */
export const replies = ["replied", "in_time", "late", "overdue", "unwritten"] as const;
export type Reply = (typeof replies)[number];

/** A view, narrowed by the days when the cases were opened and by what their answers are narrowed by. */
const CaseSelection = ResponseFilter.extend({
  view: z.enum(caseViews).catch("open").default("open"),
  reply: optional(z.enum(replies)),
  state: z.enum(["open", "waiting", "snoozed", "closed"]).optional(),
  tag: optional(id),
  /** Closed with this cause, or with one beneath it. */
  cause: optional(id),
  q: optional(z.string().trim().max(200)),
});
export type CaseSelection = z.infer<typeof CaseSelection>;

/** One page of a view. */
export const ListCases = CaseSelection.extend({
  cursor: optional(z.string().max(200)),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListCases = z.infer<typeof ListCases>;

/** A case and the view it stands in. */
export const FindNeighbours = CaseSelection.extend({ caseId: id });

/** What the numbers of the views are narrowed by. */
export const CountCases = ResponseFilter.extend({
  reply: optional(z.enum(replies)),
  tag: optional(id),
  cause: optional(id),
});
export type CountCases = z.infer<typeof CountCases>;

export const GetCase = z.object({ caseId: id });
export type GetCase = z.infer<typeof GetCase>;

/** A case that was before its reader, as it was when its customer was last heard at `heardAt`. */
export const NoteRead = GetCase.extend({ heardAt: z.iso.datetime() });
export type NoteRead = z.infer<typeof NoteRead>;

export const MarkUnread = z.object({ caseIds: z.array(id).min(1).max(mostSelected) });
export type MarkUnread = z.infer<typeof MarkUnread>;

export const ReplyToCase = z.object({ caseId: id, text: words(20_000, refusal("replyMissing")) });
export type ReplyToCase = z.infer<typeof ReplyToCase>;

/**
 * A case of a customer who came without an answer: somebody known, or a new contact. `dueAt`: on the workspace's clock,
 * or an instant; left out, by its hours.
 */
export const NoteCase = z
  .object({
    contactId: id.optional(),
    contact: Caller.optional(),
    cameBy: z.enum(waysToCome, refusal("caseWay")),
    said: words(5_000, refusal("caseSaid")),
    ownerId: z.string().max(64).nullish(),
    dueAt: z.iso.datetime({ offset: true, local: true, error: refusal("dayAndTime") }).optional(),
  })
  .refine(({ contactId, contact }) => contactId || contact, {
    path: ["contactId"],
    message: refusal("caseCustomer"),
  });
export type NoteCase = z.infer<typeof NoteCase>;

/** Answers to open a case for, by hand. */
export const OpenCases = z.object({ responseIds: z.array(id).min(1).max(200) });
export type OpenCases = z.infer<typeof OpenCases>;

export const AddNote = z.object({ caseId: id, text: words(20_000, refusal("noteFirst")) });
export type AddNote = z.infer<typeof AddNote>;

/** A case and the one that takes it in. */
export type MergeCase = { caseId: string; intoId: string };

export type AssignCase = { caseId: string; assigneeId: string | null };

const Closing = z.object({
  causeId: z.uuid(refusal("caseCause")),
  outcome: words(500, refusal("caseOutcome")),
  /** Whether the customer is asked some days later if it is solved; they are, unless this says no. */
  askRecovery: z.boolean().optional(),
});
export const CloseCase = Closing.extend({ caseId: id });
export type CloseCase = z.infer<typeof CloseCase>;

/** Until when: "reply" (until the customer does), an instant, or a time by the workspace's clocks. */
const SnoozeUntil = z.union([z.literal("reply"), z.iso.datetime({ offset: true, local: true })], {
  error: refusal("dayAndTime"),
});

/**
 * A reply as a member sends it. `seen`: the newest message or event of the dialogue when it was begun. With `sendAt` it
 * goes out then (without an offset on the workspace's clock), `unlessAnswered` only if the customer writes nothing meanwhile; with `closing`
 * the case is closed when it goes out, with `snooze` it sleeps from then on.
 */
export const SendReply = ReplyToCase.extend({
  seen: id.nullable(),
  sendAt: z.iso.datetime({ local: true, offset: true, error: refusal("dateAndTime") }).optional(),
  unlessAnswered: z.boolean().optional(),
  closing: CloseCase.omit({ caseId: true }).optional(),
  snooze: SnoozeUntil.optional(),
}).refine(({ closing, snooze }) => !closing || snooze === undefined, {
  path: ["snooze"],
  message: refusal("caseSleeps"),
});
export type SendReply = z.infer<typeof SendReply>;

export const TakeBackReply = z.object({ messageId: id });
export type TakeBackReply = z.infer<typeof TakeBackReply>;

export type SnoozeCase = { caseId: string; until: z.infer<typeof SnoozeUntil> };

/** One thing done to several cases. */
export const ActOnCases = z.object({
  caseIds: z.array(id).min(1).max(mostSelected),
  change: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("assign"),
      assigneeId: z.string().max(64).nullable(),
      /** Whether to do it also where the acting member sees it no longer then. */
      leave: z.boolean().optional(),
    }),
    z.object({ kind: z.literal("snooze"), until: SnoozeUntil }),
    Closing.extend({ kind: z.literal("close") }),
    z.object({ kind: z.literal("tag"), name: words(40, refusal("tagName")) }),
    z.object({ kind: z.literal("untag"), tagId: id }),
    z.object({ kind: z.literal("merge"), intoId: id }),
  ]),
});
export type ActOnCases = z.infer<typeof ActOnCases>;
export type CaseChange = ActOnCases["change"];

/** The attribute of contacts that says what they are worth (null: none does), and what is said after the number. */
export const SetValue = z.object({
  attribute: z.string().min(1, refusal("chooseAttribute")).max(200).nullable(),
  unit: z
    .string()
    .trim()
    .max(20, refusal("valueUnit", { most: 20 }))
    .default(""),
});
export type SetValue = z.infer<typeof SetValue>;

/** The tags of one case, or those of the workspace. */
export const ListTags = z.object({ caseId: id.optional() });

export const UndoAct = z.object({ actId: id });
export type UndoAct = z.infer<typeof UndoAct>;

/** Where a member goes on after closing a case: to the next one, to the list, or nowhere. */
export const ChooseAfterClosing = z.object({ afterClosing: z.enum(["next", "list", "stay"]) });
export type ChooseAfterClosing = z.infer<typeof ChooseAfterClosing>;

export const ReopenCase = z.object({ caseId: id });
export type ReopenCase = z.infer<typeof ReopenCase>;
