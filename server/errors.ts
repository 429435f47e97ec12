import { sayRefusal } from "./i18n/say-refusal.ts";
import { type Refusal, refusal, type Thing } from "./refusal.ts";

export type ErrorCode =
  | "NOT_FOUND"
  | "FORBIDDEN"
  | "UNAUTHENTICATED"
  | "CONFLICT"
  | "INVALID"
  | "LIMIT_REACHED";

/**
 * The one error of the domain. `refusal` says to the person who caused it what is wrong and the way out, in their language;
 * `message` is the same in English, for programs and logs; `field` names the input it is about. Every door maps it once
 * (trpc.ts, api/problem.ts); any other error is ours, shows nothing of itself, and is logged.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly refusal: Refusal;
  readonly field: string | undefined;

  constructor(code: ErrorCode, why: Refusal, field?: string) {
    super(sayRefusal("en", why));
    this.name = "DomainError";
    this.code = code;
    this.refusal = why;
    this.field = field;
  }
}

/** A thing that is not there, or is another workspace's: both look the same. */
export function notFound(what: Thing): DomainError {
  return new DomainError("NOT_FOUND", refusal("notFound", { what }));
}

/** Nobody is signed in, or not any more. */
export function signedOut(): DomainError {
  return new DomainError("UNAUTHENTICATED", refusal("signedOut"));
}

/** Input that cannot be taken as it is; `why` says how to mend it. */
export function invalid(field: string, why: Refusal): DomainError {
  return new DomainError("INVALID", why, field);
}

/** What `field` of an error says when a workspace demands a second factor of somebody who has none. */
export const secondFactorField = "secondFactor";

/** The workspace is open only to people who sign in with a second factor. */
export function secondFactorNeeded(): DomainError {
  return new DomainError("FORBIDDEN", refusal("secondFactor"), secondFactorField);
}
