import pino, { type DestinationStream, type Logger } from "pino";
import { withoutValues } from "#db/without-values.ts";
import { currentRequestId } from "./request-id.ts";
import { withoutAddresses } from "./without-addresses.ts";

/**
 * The log of a process, as lines of JSON, to stdout or `destination`, each with the id of the request it is about. Errors
 * are told without the values they were about, and whatever a line says, no e-mail address stands in it (RELIABILITY.md K6).
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    serializers: { err: inLog },
    hooks: { streamWrite: withoutAddresses },
    mixin: () => {
      const requestId = currentRequestId();
      return requestId ? { requestId } : {};
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error for those who run Svar: its kind, its words, the statement, and where it happened. */
function inLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const queried = "params" in error && "query" in error;
  withoutValues(error);
  const told = queried && error.cause instanceof Error ? error.cause : error;
  return {
    type: error.name,
    message: told.message,
    code: "code" in told ? told.code : undefined,
    query: queried ? error.query : undefined,
    stack: error.stack?.slice(error.stack.indexOf("\n    at ")),
  };
}
