import { z } from "zod";

export const EndSession = z.object({ id: z.string().min(1).max(64) });
export type EndSession = z.infer<typeof EndSession>;

/** Proves once more that it is oneself, before a second factor changes. */
export const ProvePassword = z.object({
  password: z.string().min(1, "Type your password.").max(128, "This is not your password."),
});
export type ProvePassword = z.infer<typeof ProvePassword>;

export const ConfirmSecondFactor = z.object({
  code: z
    .string()
    .trim()
    .min(1, "Type the six digits that the app shows.")
    .max(20, "The code has six digits."),
});
export type ConfirmSecondFactor = z.infer<typeof ConfirmSecondFactor>;
