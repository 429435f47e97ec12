import { z } from "zod";
import { refusal } from "#server/refusal.ts";
import { sights } from "./choices.ts";

/** Who leads a team; null: nobody, and the managers are told instead. */
export const SetLead = z.object({ teamId: z.uuid(), leadId: z.string().max(64).nullable() });
export type SetLead = z.infer<typeof SetLead>;

/** Everybody who works in a team. */
export const SetMembers = z.object({ teamId: z.uuid(), userIds: z.array(z.string().max(64)).max(1_000) });
export type SetMembers = z.infer<typeof SetMembers>;

export const SetSight = z.object({
  sees: z.enum(sights, refusal("sight")),
});
export type SetSight = z.infer<typeof SetSight>;

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
