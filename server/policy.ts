import type { Role } from "#server/context.ts";

/**
 * Who may call a procedure or a route (docs/decisions/0047). Whatever answers requests is built by something that both
 * declares and enforces one; server/policies.test.ts and app/policies.test.ts list them all.
 */
export type Policy =
  /** Anybody; `because` says what else is asked for, or why nothing needs to be. */
  | { for: "anybody"; because: string }
  /** Whoever is signed in, before a workspace is chosen. */
  | { for: "user" }
  /** Members of the workspace that is named, in this role or a higher one. */
  | { for: "member"; role: Role };
