import { z } from "zod";
import { refusal } from "#server/refusal.ts";
import { choicesFor, type Kind, kinds } from "./rules.ts";

const months = (kind: Kind) =>
  z
    .number()
    .int()
    .nullable()
    .refine((value) => value === null || choicesFor(kind).includes(value), refusal("retentionPeriod"));

/** For how many months each kind is kept; null is as long as the workspace. */
const periods = z.object(
  Object.fromEntries(kinds.map((kind) => [kind, months(kind)])) as Record<Kind, ReturnType<typeof months>>,
);

export const SetRetention = z.object({ periods });
export type SetRetention = z.infer<typeof SetRetention>;

export const HoldRetention = z.object({
  reason: z
    .string()
    .trim()
    .min(1, refusal("retentionWhy"))
    .max(300, refusal("tooLong", { most: 300 })),
});
export type HoldRetention = z.infer<typeof HoldRetention>;
