export type ErrorCode =
  | "NOT_FOUND"
  | "FORBIDDEN"
  | "UNAUTHENTICATED"
  | "CONFLICT"
  | "INVALID"
  | "LIMIT_REACHED";

/**
 * The one error of the domain. `message` is written for the person who caused it and says the way out;
 * `field` names the input it is about. Every door maps it once (trpc.ts, api/problem.ts); any other
 * error is ours, shows nothing of itself, and is logged.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;

  constructor(code: ErrorCode, message: string, field?: string) {
    super(message);
    this.name = "DomainError";
    this.code = code;
    this.field = field;
  }
}

/** A thing that is not there, or is another workspace's: both look the same. */
export function notFound(what: string): DomainError {
  return new DomainError("NOT_FOUND", `There is no such ${what} here. It may have been removed.`);
}

/** Nobody is signed in, or not any more. */
export function signedOut(): DomainError {
  return new DomainError(
    "UNAUTHENTICATED",
    "You are signed out. Sign in again; what you typed is still here.",
  );
}

/** Input that cannot be taken as it is; `message` says how to mend it. */
export function invalid(field: string, message: string): DomainError {
  return new DomainError("INVALID", message, field);
}

/** What `field` of an error says when a workspace demands a second factor of somebody who has none. */
export const secondFactorField = "secondFactor";

/** The workspace is open only to people who sign in with a second factor. */
export function secondFactorNeeded(): DomainError {
  return new DomainError(
    "FORBIDDEN",
    "This workspace asks for a second factor. Load the page anew to set one up.",
    secondFactorField,
  );
}
