import { z } from "zod";
import { refusal } from "#server/refusal.ts";

const draftKinds = ["reply", "note"] as const;

/** Longer than what is sent may be: nothing typed is refused. */
const mostCharacters = 40_000;

/** Whose tab of a browser it is, made up by the tab. */
const Tab = z.string().min(1).max(40);

export const FindDraft = z.object({ caseId: z.uuid() });
export type FindDraft = z.infer<typeof FindDraft>;

export const SaveDraft = z.object({
  caseId: z.uuid(),
  kind: z.enum(draftKinds),
  text: z
    .string()
    .max(mostCharacters, refusal("tooLong", { most: mostCharacters }))
    .transform((text) => text.replaceAll("\u0000", "")), // PostgreSQL holds all others.
  /** The newest message or event when it was begun. */
  seen: z.uuid().nullable(),
  /** The revision it was written on; null: on none. */
  known: z.uuid().nullable(),
  tab: Tab,
});
export type SaveDraft = z.infer<typeof SaveDraft>;
