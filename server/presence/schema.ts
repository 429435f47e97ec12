import { z } from "zod";

const here = { caseId: z.uuid() };
/** A tab of a browser, by a word that it made up. */
const tab = z.string().min(1).max(40);

export const NotePresence = z.object({ ...here, tab, doing: z.enum(["viewing", "writing"]) });
export type NotePresence = z.infer<typeof NotePresence>;

export const EndPresence = z.object({ ...here, tab });
export type EndPresence = z.infer<typeof EndPresence>;
