import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { appTranslator } from "#server/i18n/translate-app.ts";
import type { AppRouter } from "#server/router.ts";

/**
 * What keeps a request from the server, a browser says in its own words and tRPC in English; here it is said in the
 * reader's. What the server itself says passes as it is.
 */
export const sayAway: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error: (error) =>
          observer.error(
            error.data ? error : new TRPCClientError(appTranslator("errors")("away"), { cause: error }),
          ),
      }),
    );
