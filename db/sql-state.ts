import postgres from "postgres";

/** The SQLSTATE that PostgreSQL gave an error, however deep Drizzle or tRPC have wrapped it; null for any other error. */
export function sqlStateOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof postgres.PostgresError) return cause.code;
  return null;
}
