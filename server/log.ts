import pino, { type Logger } from "pino";

/** The log of a process, as lines of JSON. Errors are told without the values they were about (RELIABILITY.md K6). */
export function createLog(level: string): Logger {
  return pino({ level, base: undefined, serializers: { err: withoutValues } });
}

/** A failed query's message holds its parameters, and PostgreSQL's details hold rows: neither is kept. */
function withoutValues(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const queried = "params" in error && "query" in error;
  const told = queried && error.cause instanceof Error ? error.cause : error;
  return {
    type: error.name,
    message: told.message,
    code: "code" in told ? told.code : undefined,
    query: queried ? error.query : undefined,
    stack: error.stack?.slice(error.stack.indexOf("\n    at ")),
  };
}
