import { z } from "zod";
import { refusal } from "#server/refusal.ts";

const person = (empty: string) => z.string().min(1, empty).max(64, empty);

/** Days, both included, on which somebody is away, and who stands in. */
export const AddAbsence = z
  .object({
    userId: person(refusal("absenceWho")),
    fromDay: z.iso.date(refusal("firstDay")),
    toDay: z.iso.date(refusal("lastDay")),
    coverId: person(refusal("absenceCover")),
  })
  .refine(({ fromDay, toDay }) => toDay >= fromDay, {
    path: ["toDay"],
    message: refusal("lastBeforeFirst"),
  })
  .refine(({ userId, coverId }) => userId !== coverId, {
    path: ["coverId"],
    message: refusal("absenceOwnCover"),
  });
export type AddAbsence = z.infer<typeof AddAbsence>;

export const EndAbsence = z.object({ absenceId: z.uuid() });
export type EndAbsence = z.infer<typeof EndAbsence>;
