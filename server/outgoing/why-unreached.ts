import { type Refusal, refusal } from "#server/refusal.ts";
import { ClosedAddress } from "./request.ts";

const reasons: Record<string, Refusal> = {
  ENOTFOUND: refusal("chatNoHost"),
  EAI_AGAIN: refusal("chatHostUnknown"),
  ECONNREFUSED: refusal("chatHostRefused"),
  ECONNRESET: refusal("chatBrokenOff"),
};

/** Why a tenant's address was not reached, to be said to its people; null for what only programmers would understand. */
export function whyUnreached(error: unknown): Refusal | null {
  if (error instanceof ClosedAddress) return refusal("chatClosed", { why: error.closed });
  return reasons[codeOf(error)] ?? null;
}

/** What the system calls an error, or nothing. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";
