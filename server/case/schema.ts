import { z } from "zod";

const id = z.uuid();
const words = (most: number, empty: string) =>
  z
    .string()
    .trim()
    .min(1, empty)
    .max(most, `Keep it under ${most.toLocaleString("en")} characters.`);

export const caseViews = ["mine", "unassigned", "waiting", "open", "closed", "all"] as const;
export type CaseView = (typeof caseViews)[number];

export const ListCases = z.object({
  view: z.enum(caseViews).catch("open").default("open"),
  state: z.enum(["open", "waiting", "snoozed", "closed"]).optional(),
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListCases = z.infer<typeof ListCases>;

export const GetCase = z.object({ caseId: id });
export type GetCase = z.infer<typeof GetCase>;

export const ReplyToCase = z.object({ caseId: id, text: words(20_000, "Write the reply first.") });
export type ReplyToCase = z.infer<typeof ReplyToCase>;

export const AddNote = z.object({ caseId: id, text: words(20_000, "Write the note first.") });
export type AddNote = z.infer<typeof AddNote>;

export const AssignCase = z.object({ caseId: id, assigneeId: z.string().max(64).nullable() });
export type AssignCase = z.infer<typeof AssignCase>;

export const CloseCase = z.object({
  caseId: id,
  cause: words(200, "Name the cause, so that it can be mended."),
  outcome: words(500, "Say how it ended."),
  /** Whether the customer is asked some days later if it is solved; they are, unless this says no. */
  askRecovery: z.boolean().optional(),
});
export type CloseCase = z.infer<typeof CloseCase>;

export const ReopenCase = z.object({ caseId: id });
export type ReopenCase = z.infer<typeof ReopenCase>;

/** Causes offered when a workspace closes a case; any other words are taken too. */
export const suggestedCauses = [
  "Delivery",
  "Product or quality",
  "Price or invoice",
  "Waiting time or availability",
  "Communication",
  "Website or app",
  "Staff",
  "Misunderstanding",
  "Other",
] as const;
