import { z } from "zod";

const id = z.uuid();
const mostOfName = 60;

const name = z
  .string()
  .trim()
  .min(1, "Name the cause in a word or two.")
  .max(mostOfName, `The name has more than ${mostOfName} characters. Shorten it.`);

/** A new cause: of the first level, or beneath one of that. */
export const AddCause = z.object({ name, parentId: id.nullable().default(null) });
export type AddCause = z.infer<typeof AddCause>;

export const RenameCause = z.object({ id, name });
export type RenameCause = z.infer<typeof RenameCause>;

export const MoveCause = z.object({ id, by: z.enum(["up", "down"]) });
export type MoveCause = z.infer<typeof MoveCause>;

export const OneCause = z.object({ id });
export type OneCause = z.infer<typeof OneCause>;

export const MergeCause = z.object({ id, into: z.uuid("Choose the cause that it becomes a part of.") });
export type MergeCause = z.infer<typeof MergeCause>;
