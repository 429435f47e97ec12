import { randomBytes } from "node:crypto";
import type { TokenCodec } from "#server/token/codec.ts";

/** Stands for "no team" in the counters, whose columns are never null. */
export const noTeam = "00000000-0000-0000-0000-000000000000";

const nonceLivesMs = 30 * 86_400_000;

/** The nonce of one view of the answer page: only who was shown the page can send it back (RELIABILITY.md 2.1). */
export function makeNonce(tokens: TokenCodec, token: string, now: Date): string {
  const body = `${now.getTime().toString(36)}.${randomBytes(9).toString("base64url")}`;
  return `${body}.${tokens.sign("page-nonce", `${token}\n${body}`)}`;
}

/** Whether `nonce` was issued to a view of this token's page within the last 30 days. */
export function isNonce(tokens: TokenCodec, token: string, nonce: string, now: Date): boolean {
  const [issued = "", random = "", signature = ""] = nonce.split(".", 4);
  const age = now.getTime() - Number.parseInt(issued, 36);
  return (
    age >= -60_000 &&
    age <= nonceLivesMs &&
    tokens.verify("page-nonce", `${token}\n${issued}.${random}`, signature)
  );
}
