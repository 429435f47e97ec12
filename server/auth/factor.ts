import { and, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { recoveryCodes, secondFactors, users } from "#db/schema/index.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import type { TokenCodec } from "#server/token/codec.ts";
import { hashOfCode, newCodes } from "./recovery-codes.ts";
import { counterOf, newSecret, toShow } from "./totp.ts";

/** Where second factors are kept, and by what they are encrypted. */
export type FactorStore = { db: Db; tokens: TokenCodec };

/** What the secrets of authenticator apps are encrypted for. */
const use = "second-factor";

/** Whether signing in asks `userId` for a second factor. */
export async function hasFactor(db: Db, userId: string): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)));
  return rows.length > 0;
}

/** Since when `userId` has a second factor, or null; how many recovery codes are left; whether their address is proven. */
export async function factorOf(
  db: Db,
  userId: string,
): Promise<{ since: Date | null; codesLeft: number; proven: boolean }> {
  const [row] = await db
    .select({ since: secondFactors.confirmedAt, proven: users.emailVerified })
    .from(users)
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(eq(users.id, userId));
  const unused = and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt));
  const codesLeft = await db.$count(recoveryCodes, unused);
  return { since: row?.since ?? null, codesLeft, proven: row?.proven ?? false };
}

/**
 * Begins to set up an authenticator app; one begun before is begun anew. Returns its secret as it is typed, and as the
 * address a QR code holds. It counts once it is confirmed. The address must be proven, so that nobody who signed up with
 * another's can lock them out.
 * @throws CONFLICT when there is one already, or the address is not proven.
 */
export async function beginFactor(
  { db, tokens }: FactorStore,
  user: { id: string; email: string },
  now: Date,
): Promise<{ typed: string; uri: string }> {
  if (!(await factorOf(db, user.id)).proven)
    throw new DomainError("CONFLICT", refusal("confirmByLink", { email: user.email }));
  const secret = newSecret();
  const row = { secret: tokens.encrypt(use, secret), createdAt: now, lastCounter: null };
  const begun = await db
    .insert(secondFactors)
    .values({ userId: user.id, ...row })
    .onConflictDoUpdate({
      target: secondFactors.userId,
      set: row,
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning({ userId: secondFactors.userId });
  if (begun.length === 0) throw new DomainError("CONFLICT", refusal("factorThere"));
  return toShow(secret, user.email);
}

/**
 * Confirms the app that was begun by a code of it. Returns the recovery codes, this once.
 * @throws INVALID on `code` when it is not the app's.
 */
export async function confirmFactor(
  store: FactorStore,
  userId: string,
  input: { code: string },
  now: Date,
): Promise<{ codes: string[] }> {
  const wrong = invalid("code", refusal("factorCode"));
  if (!(await spendAppCode(store, userId, input.code, now, "begun"))) throw wrong;
  return store.db.transaction(async (tx) => {
    await tx.update(secondFactors).set({ confirmedAt: now }).where(eq(secondFactors.userId, userId));
    return writeCodes({ ...store, db: tx }, userId, now);
  });
}

/**
 * Makes new recovery codes in place of all there are, and returns them, this once.
 * @throws CONFLICT for somebody without a second factor.
 */
export async function renewCodes(
  store: FactorStore,
  userId: string,
  now: Date,
): Promise<{ codes: string[] }> {
  if (!(await hasFactor(store.db, userId))) throw new DomainError("CONFLICT", refusal("factorMissing"));
  return store.db.transaction((tx) => writeCodes({ ...store, db: tx }, userId, now));
}

/** Takes the second factor and its recovery codes away. */
export async function removeFactor(db: Db, userId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await tx.delete(secondFactors).where(eq(secondFactors.userId, userId));
  });
}

/** Uses up a code of the app, or else a recovery code. Returns which it was; null for one that is wrong or was used before. */
export async function spendCode(
  store: FactorStore,
  userId: string,
  code: string,
  now: Date,
): Promise<"app" | "recovery" | null> {
  if (await spendAppCode(store, userId, code, now, "confirmed")) return "app";
  const spent = await store.db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashOfCode(store.tokens, userId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ userId: recoveryCodes.userId });
  return spent.length > 0 ? "recovery" : null;
}

/** Each code of the app is good once, and none before it any more (ASVS 5.0, 6.5.1): one statement decides. */
async function spendAppCode(
  { db, tokens }: FactorStore,
  userId: string,
  code: string,
  now: Date,
  state: "begun" | "confirmed",
): Promise<boolean> {
  const mine = and(
    eq(secondFactors.userId, userId),
    state === "begun" ? isNull(secondFactors.confirmedAt) : isNotNull(secondFactors.confirmedAt),
  );
  const [row] = await db.select({ secret: secondFactors.secret }).from(secondFactors).where(mine);
  const secret = row && tokens.decrypt(use, row.secret);
  const counter = secret ? counterOf(secret, code.replace(/\s/g, ""), now) : null;
  if (counter === null) return false;
  const spent = await db
    .update(secondFactors)
    .set({ lastCounter: counter })
    .where(and(mine, or(isNull(secondFactors.lastCounter), lt(secondFactors.lastCounter, counter))))
    .returning({ userId: secondFactors.userId });
  return spent.length > 0;
}

async function writeCodes(
  { db, tokens }: { db: Pick<Db, "delete" | "insert">; tokens: TokenCodec },
  userId: string,
  now: Date,
): Promise<{ codes: string[] }> {
  const codes = newCodes();
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, codeHash: hashOfCode(tokens, userId, code), createdAt: now })));
  return { codes };
}
