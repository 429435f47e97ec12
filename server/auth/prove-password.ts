import type { Db } from "#db/client.ts";
import { DomainError, invalid } from "#server/errors.ts";
import type { Auth } from "./auth.ts";
import { countAttempt } from "./count-attempt.ts";

/**
 * Lets somebody who is signed in go on when `password` is theirs.
 * @throws INVALID on `password` when it is not, LIMIT_REACHED after ten tries in five minutes.
 */
export async function provePassword(
  { auth, db }: { auth: Auth; db: Db },
  user: { id: string },
  password: string,
  now: Date,
): Promise<void> {
  const wait = await countAttempt(db, `password|${user.id}`, { max: 10, window: 300_000 }, now);
  if (wait > 0)
    throw new DomainError("LIMIT_REACHED", `Too many attempts. Try again in ${wait} seconds.`, "password");
  const context = await auth.$context;
  const hash = (await context.internalAdapter.findCredentialAccount(user.id))?.password;
  if (!hash)
    throw invalid(
      "password",
      "You have no password. Choose one first: sign out, and press “Forgot the password?”.",
    );
  if (!(await context.password.verify({ hash, password })))
    throw invalid("password", "This is not your password. Look at it again: capitals count.");
}
