import { z } from "zod";

/** One provisional answer, named by the invitation whose links were opened. */
export const DecideProvisional = z.object({ invitationId: z.uuid() });
export type DecideProvisional = z.infer<typeof DecideProvisional>;

/** One page of provisional answers. `cursor` is that of the page before. */
export const ListProvisional = z.object({
  cursor: z.string().max(200).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
});
export type ListProvisional = z.infer<typeof ListProvisional>;

/** What the script of the answer page says of a person who acts there: the number that stands chosen, and for how many milliseconds the page has been visible. */
export const NoteSeen = z.object({
  score: z
    .string()
    .regex(/^(?:\d|10)$/)
    .transform(Number),
  visible: z.coerce.number().int().min(0).max(86_400_000),
});
export type NoteSeen = z.infer<typeof NoteSeen>;
