import type { Db } from "#db/client.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
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
  if (wait > 0) throw new DomainError("LIMIT_REACHED", refusal("attempts", { seconds: wait }), "password");
  const context = await auth.$context;
  const hash = (await context.internalAdapter.findCredentialAccount(user.id))?.password;
  if (!hash) throw invalid("password", refusal("passwordNone"));
  if (!(await context.password.verify({ hash, password })))
    throw invalid("password", refusal("passwordWrong"));
}
