import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import type { Auth } from "./auth.ts";

const minutes = 5;
const identifier = (sessionId: string) => `new-passkey:${sessionId}`;

/** Remembers for five minutes what the next passkey of this session must have signed. */
export async function rememberChallenge(auth: Auth, sessionId: string, challenge: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteVerificationByIdentifier(identifier(sessionId));
  await internalAdapter.createVerificationValue({
    identifier: identifier(sessionId),
    value: challenge,
    expiresAt: new Date(Date.now() + minutes * 60_000),
  });
}

/**
 * The same, once.
 * @throws INVALID when there is none any more.
 */
export async function takeChallenge(auth: Auth, sessionId: string): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const asked = await internalAdapter.consumeVerificationValue(identifier(sessionId));
  if (!asked || asked.expiresAt <= new Date()) throw invalid("passkey", refusal("passkeyLate"));
  return asked.value;
}
