import { countAttempt } from "#server/auth/count-attempt.ts";
import type { Runtime } from "#server/entry.ts";

const window = 600_000;

/** What one address may do in ten minutes (RELIABILITY.md E5); a whole company may sit behind it. */
const most = { "unknown-link": 200, "unshown-page": 60 } as const;

/**
 * Counts what the address of `request` did and returns the seconds until it may do so again; 0 while it may. Kept in
 * the database, so for all processes together.
 */
export function limitAddress(rt: Runtime, request: Request, what: keyof typeof most): Promise<number> {
  return countAttempt(
    rt.connection.db,
    `${what}|${addressOf(request)}`,
    { max: most[what], window },
    rt.clock(),
  );
}

/** Who asks, as the web process found out (server/start/client-address.ts). */
export const addressOf = (request: Request): string => request.headers.get("x-forwarded-for") ?? "";
