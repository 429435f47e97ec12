import { verifyPassword } from "better-auth/crypto";
import { countAttempt } from "#server/auth/count-attempt.ts";
import { type Runtime, withShare } from "#server/entry.ts";
import { findShareLink } from "#server/share/queries.ts";
import { makePass } from "#server/share/rules.ts";
import type { ShareKind } from "#server/share/schema.ts";

const minute = 60_000;
const longest = 128;

type Given = { token: string; kind: ShareKind; password: string; address: string };

export type Admission = { pass: string } | { refused: "wrong" } | { refused: "tooMany"; waitMinutes: number };

/**
 * Lets in whoever gives the password of a link: returns what the browser keeps for it. From one address 10 tries in
 * ten minutes are heard, from all together 100 in an hour. Null where the address leads nowhere.
 */
export async function admit(
  rt: Runtime,
  { token, kind, password, address }: Given,
): Promise<Admission | null> {
  const link = await withShare(rt, token, findShareLink);
  if (link?.kind !== kind) return null;
  if (link.passwordHash === null) return { pass: makePass(rt.tokens, link, rt.clock()) };
  const key = `share-password|${link.id}`;
  const count = (name: string, max: number, window: number) =>
    countAttempt(rt.connection.db, name, { max, window }, rt.clock());
  const waits = [await count(`${key}|${address}`, 10, 10 * minute), await count(key, 100, 60 * minute)];
  const wait = Math.max(...waits);
  if (wait > 0) return { refused: "tooMany", waitMinutes: Math.ceil(wait / 60) };
  const right = password.length <= longest && (await verifyPassword({ hash: link.passwordHash, password }));
  return right ? { pass: makePass(rt.tokens, link, rt.clock()) } : { refused: "wrong" };
}
