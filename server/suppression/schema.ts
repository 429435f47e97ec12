import { z } from "zod";
import { refusal } from "#server/refusal.ts";

export const suppressionReasons = ["opted_out", "hard_bounce", "complaint", "imported", "by_hand"] as const;
export const suppressionScopes = ["surveys", "all"] as const;

const why = z
  .string()
  .trim()
  .min(1, refusal("whyLater"))
  .max(500, refusal("tooLong", { most: 500 }));
const scope = z.enum(suppressionScopes, refusal("suppressionScope"));

/** A list of addresses to leave alone: one on each line, or a CSV text with a column of them. */
export const ImportSuppressions = z.object({
  list: z
    .string()
    .min(1, refusal("addressesNone"))
    .max(20_000_000, refusal("listLong", { most: 20 })),
  reason: z.enum(["by_hand", "imported"]).default("imported"),
  scope: scope.default("surveys"),
  why: why.optional(),
});
export type ImportSuppressions = z.input<typeof ImportSuppressions>;

export const LiftSuppression = z.object({ addressHash: z.string().regex(/^[0-9a-f]{64}$/), why });
export type LiftSuppression = z.infer<typeof LiftSuppression>;

export const OfContact = z.object({ contactId: z.uuid() });

export const SuppressContact = z.object({ contactId: z.uuid(), scope: scope.default("surveys") });
export type SuppressContact = z.infer<typeof SuppressContact>;

export const LiftFromContact = z.object({ contactId: z.uuid(), why });
export type LiftFromContact = z.infer<typeof LiftFromContact>;

/** `q` is a whole address: of addresses there is only a hash. */
export const ListSuppressions = z.object({
  q: z.string().trim().max(254).optional(),
  reason: z.enum(suppressionReasons).optional().catch(undefined),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(2_000).default(50),
});
export type ListSuppressions = z.input<typeof ListSuppressions>;
