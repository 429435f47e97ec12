import { z } from "zod";
import { refusal } from "#server/refusal.ts";

export const EndSession = z.object({ id: z.string().min(1).max(64) });
export type EndSession = z.infer<typeof EndSession>;

/** Proves once more that it is oneself, before a second factor changes. */
export const ProvePassword = z.object({
  password: z.string().min(1, refusal("passwordMissing")).max(128, refusal("passwordWrong")),
});
export type ProvePassword = z.infer<typeof ProvePassword>;

export const ConfirmSecondFactor = z.object({
  code: z.string().trim().min(1, refusal("codeMissing")).max(20, refusal("codeLong")),
});
export type ConfirmSecondFactor = z.infer<typeof ConfirmSecondFactor>;

const noPasskey = refusal("passkeyAbsent");
const bytes = z.string(noPasskey).min(1, noPasskey).max(20_000, noPasskey);

/** What every answer of a browser's passkeys has (WebAuthn level 3); the library looks at its parts, none is believed before. */
const Answered = z.object(
  { id: bytes, rawId: bytes, type: z.literal("public-key", noPasskey), clientExtensionResults: z.object({}) },
  noPasskey,
);

/** What a browser answers that was asked to make a passkey. */
const RegistrationResponse = Answered.extend({
  response: z.object(
    {
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: z.array(z.string().max(20)).max(10).optional(),
    },
    noPasskey,
  ),
});

/** What a browser answers that was asked to sign in by one. */
export const AuthenticationResponse = Answered.extend({
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: z.string().max(200).optional(),
  }),
});

/** The passkey a browser has made, and what its owner calls it. */
export const AddPasskey = z.object({
  name: z
    .string()
    .trim()
    .min(1, refusal("passkeyName"))
    .max(60, refusal("tooLong", { most: 60 })),
  response: RegistrationResponse,
});
export type AddPasskey = z.infer<typeof AddPasskey>;

export const RemovePasskey = ProvePassword.extend({ id: z.string().min(1).max(2_000) });
export type RemovePasskey = z.infer<typeof RemovePasskey>;
