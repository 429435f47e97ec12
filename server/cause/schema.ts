import { z } from "zod";
import { refusal } from "#server/refusal.ts";

const id = z.uuid();
const mostOfName = 60;

const name = z
  .string()
  .trim()
  .min(1, refusal("causeName"))
  .max(mostOfName, refusal("tooLong", { most: mostOfName }));

/** A new cause: of the first level, or beneath one of that. */
export const AddCause = z.object({ name, parentId: id.nullable().default(null) });
export type AddCause = z.infer<typeof AddCause>;

export const RenameCause = z.object({ id, name });
export type RenameCause = z.infer<typeof RenameCause>;

export const MoveCause = z.object({ id, by: z.enum(["up", "down"]) });
export type MoveCause = z.infer<typeof MoveCause>;

export const OneCause = z.object({ id });
export type OneCause = z.infer<typeof OneCause>;

export const MergeCause = z.object({ id, into: z.uuid(refusal("causeInto")) });
export type MergeCause = z.infer<typeof MergeCause>;
