import { DrizzleQueryError } from "drizzle-orm";
import postgres from "postgres";

/**
 * Takes out of an error of the database what it was about: Drizzle's message repeats the parameters, PostgreSQL's details
 * repeat rows, and either may be a customer's words on their way into a log (RELIABILITY.md K6). It stays the same error,
 * with its code, its constraint and the statement.
 */
export function withoutValues<E>(error: E): E {
  if (error instanceof DrizzleQueryError) {
    const { message } = error;
    error.message = `Failed query: ${error.query}`;
    error.params = [];
    error.stack = error.stack?.replace(message, () => error.message) ?? error.message;
    withoutValues(error.cause);
  }
  if (error instanceof postgres.PostgresError) {
    for (const field of ["detail", "where", "parameters", "args", "internal_query"])
      Reflect.deleteProperty(error, field);
    if (isAboutAValue(error.code)) {
      const { message } = error;
      error.message = `a value is not of its kind (${error.code})`;
      error.stack = error.stack?.replace(message, () => error.message) ?? error.message;
    }
  }
  return error;
}

/** Class 22, data exceptions: PostgreSQL repeats the value in the message itself. */
const isAboutAValue = (code: string) => code.startsWith("22");
