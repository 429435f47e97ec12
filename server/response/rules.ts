import type { TokenCodec } from "#server/token/codec.ts";
import type { ContactWish } from "./schema.ts";

/** Stands for "no team" in the counters, whose columns are never null. */
export const noTeam = "00000000-0000-0000-0000-000000000000";

const nonceLivesMs = 30 * 86_400_000;
const clocksDifferMs = 60_000;

/**
 * The nonce of one view of the answer page: an answer counts only from a page that was shown (RELIABILITY.md
 * 2.1). HMAC over the link's token, the moment and `random`.
 */
export function makeNonce(tokens: TokenCodec, token: string, now: Date, random: string): string {
  const body = `${now.getTime().toString(36)}.${random}`;
  return `${body}.${tokens.sign("page-nonce", `${token}\n${body}`)}`;
}

/** Whether `nonce` was issued to a view of this token's page within the last 30 days, as long as a link lives. */
export function isNonce(tokens: TokenCodec, token: string, nonce: string, now: Date): boolean {
  return ageOfNonce(tokens, token, nonce, now) !== null;
}

/** How many milliseconds ago the page was shown that `nonce` was issued to, or null when it is none of ours or too old. */
export function ageOfNonce(tokens: TokenCodec, token: string, nonce: string, now: Date): number | null {
  const [issued = "", random = "", signature = ""] = nonce.split(".", 3);
  const age = now.getTime() - Number.parseInt(issued, 36);
  const isOurs =
    age >= -clocksDifferMs &&
    age <= nonceLivesMs &&
    tokens.verify("page-nonce", `${token}\n${issued}.${random}`, signature);
  return isOurs ? age : null;
}

/** The wish to be contacted that is kept with an answer; `none` without one. */
export function wishOf(answer: {
  contactBy: "email" | "phone" | null;
  contactPhone: string | null;
}): ContactWish {
  const { contactBy: by, contactPhone: phone } = answer;
  if (by === "phone" && phone) return { by, phone };
  return { by: by === "email" ? by : "none" };
}
