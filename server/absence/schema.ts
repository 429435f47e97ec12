import { z } from "zod";

const person = (empty: string) => z.string().min(1, empty).max(64, empty);

/** Days, both included, on which somebody is away, and who stands in. */
export const AddAbsence = z
  .object({
    userId: person("Choose who is away."),
    fromDay: z.iso.date("Choose the first day."),
    toDay: z.iso.date("Choose the last day."),
    coverId: person("Choose who stands in."),
  })
  .refine(({ fromDay, toDay }) => toDay >= fromDay, {
    path: ["toDay"],
    message: "The last day is before the first one. Choose a later one.",
  })
  .refine(({ userId, coverId }) => userId !== coverId, {
    path: ["coverId"],
    message: "Nobody stands in for themselves. Choose a colleague.",
  });
export type AddAbsence = z.infer<typeof AddAbsence>;

export const EndAbsence = z.object({ absenceId: z.uuid() });
export type EndAbsence = z.infer<typeof EndAbsence>;
