import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { and, asc, eq, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { passkeys, users } from "#db/schema/index.ts";
import { DomainError, invalid, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";

/** Where passkeys are good: the address people open Svar at. */
export type PasskeyPlace = { db: Db; appUrl: string };

/** EdDSA, ES256 and RS256, which all passkeys of today know one of (COSE, RFC 9053). */
const algorithms = [-8, -7, -257];

const domainOf = (appUrl: string) => new URL(appUrl).hostname;

/** Somebody's passkeys, oldest first. */
export function listPasskeys(db: Db, userId: string) {
  const { id, name, createdAt, lastUsedAt } = passkeys;
  return db
    .select({ id, name, createdAt, lastUsedAt })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(createdAt), asc(id));
}

/**
 * What a browser needs to make a passkey of somebody, who is verified by it each time it is used. The address must be
 * proven, as with a second factor.
 * @throws CONFLICT when the address is not proven.
 */
export async function optionsToAdd(
  { db, appUrl }: PasskeyPlace,
  user: { id: string; name: string; email: string },
) {
  const [row] = await db.select({ proven: users.emailVerified }).from(users).where(eq(users.id, user.id));
  if (!row?.proven) throw new DomainError("CONFLICT", refusal("passkeyConfirm", { email: user.email }));
  const own = await listPasskeys(db, user.id);
  const { extensions: _, ...options } = await generateRegistrationOptions({
    rpName: "Svar",
    rpID: domainOf(appUrl),
    userName: user.email,
    userDisplayName: user.name,
    userID: new TextEncoder().encode(user.id),
    attestationType: "none",
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: own.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return options;
}

/**
 * Keeps the passkey that a browser made for `challenge`.
 * @throws INVALID when it was made for something else.
 */
export async function addPasskey(
  { db, appUrl }: PasskeyPlace,
  userId: string,
  made: { response: RegistrationResponseJSON; challenge: string; name: string },
  now: Date,
): Promise<void> {
  const verified = await verifyRegistrationResponse({
    response: made.response,
    supportedAlgorithmIDs: algorithms,
    expectedChallenge: made.challenge,
    expectedOrigin: appUrl,
    expectedRPID: domainOf(appUrl),
  }).catch(() => null);
  if (!verified?.verified) throw invalid("passkey", refusal("passkeyWrong"));
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  await db.insert(passkeys).values({
    id,
    userId,
    name: made.name,
    publicKey,
    counter,
    createdAt: now,
  });
}

/** @throws NOT_FOUND when it is not there, or somebody else's. */
export async function removePasskey(db: Db, userId: string, id: string): Promise<void> {
  const rows = await db
    .delete(passkeys)
    .where(and(eq(passkeys.userId, userId), eq(passkeys.id, id)))
    .returning({ id: passkeys.id });
  if (rows.length === 0) throw notFound("passkey");
}

/** What a browser needs to sign in by any passkey it has of this place. */
export function optionsToSignIn(appUrl: string) {
  return generateAuthenticationOptions({ rpID: domainOf(appUrl), userVerification: "required" });
}

/**
 * Whose passkey signed `challenge`, or null. Its counter only grows, where it has one: a copy that was left behind is
 * refused.
 */
export async function userOfPasskey(
  { db, appUrl }: PasskeyPlace,
  { response, challenge }: { response: AuthenticationResponseJSON; challenge: string },
  now: Date,
): Promise<string | null> {
  const [key] = await db.select().from(passkeys).where(eq(passkeys.id, response.id));
  if (!key) return null;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: appUrl,
    expectedRPID: domainOf(appUrl),
    credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { newCounter } = verified.authenticationInfo;
  const grown = newCounter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, newCounter);
  const used = await db
    .update(passkeys)
    .set({ counter: newCounter, lastUsedAt: now })
    .where(and(eq(passkeys.id, key.id), grown))
    .returning({ userId: passkeys.userId });
  return used[0]?.userId ?? null;
}
