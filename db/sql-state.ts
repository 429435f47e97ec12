import postgres from "postgres";

/** The error that PostgreSQL gave, however deep Drizzle or tRPC have wrapped it; null when it is any other error. */
export function postgresErrorOf(error: unknown): postgres.PostgresError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof postgres.PostgresError) return cause;
  return null;
}

/** The SQLSTATE that PostgreSQL gave an error, however deep it is wrapped; null for any other error. */
export const sqlStateOf = (error: unknown): string | null => postgresErrorOf(error)?.code ?? null;
