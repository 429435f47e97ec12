import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
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

/** What a browser answers that was asked to make a passkey; the library looks at its parts, none is believed before. */
const RegistrationResponse = z.custom<RegistrationResponseJSON>(
  isAnswer,
  "Begin again: the browser sent no passkey.",
);

/** What a browser answers that was asked to sign in by one. */
export const AuthenticationResponse = z.custom<AuthenticationResponseJSON>(isAnswer);

function isAnswer(value: unknown): boolean {
  return z.looseObject({ id: z.string().max(2_000), response: z.looseObject({}) }).safeParse(value).success;
}

/** The passkey a browser has made, and what its owner calls it. */
export const AddPasskey = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give the passkey a name, such as the device it is on.")
    .max(60, "Shorten the name to 60 characters."),
  response: RegistrationResponse,
});
export type AddPasskey = z.infer<typeof AddPasskey>;

export const RemovePasskey = ProvePassword.extend({ id: z.string().min(1).max(2_000) });
export type RemovePasskey = z.infer<typeof RemovePasskey>;
