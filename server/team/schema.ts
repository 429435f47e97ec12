import { z } from "zod";
import { refusal } from "#server/refusal.ts";

/** Who leads a team; null: nobody, and the managers are told instead. */
export const SetLead = z.object({ teamId: z.uuid(), leadId: z.string().max(64).nullable() });
export type SetLead = z.infer<typeof SetLead>;

const minutes = refusal("minutesWhole", { from: 0, to: 10_080 });

/** After how many minutes of working time leads are told of an overdue answer; null: never. */
export const SetEscalation = z.object({
  minutes: z.coerce
    .number<string | number>(minutes)
    .int(minutes)
    .min(0, minutes)
    .max(10_080, minutes)
    .nullable(),
});
export type SetEscalation = z.infer<typeof SetEscalation>;
