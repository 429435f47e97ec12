import { type Operation, TRPCClientError, type TRPCClientRuntime } from "@trpc/client";
import { observable, observableToPromise } from "@trpc/server/observable";
import { expect, it } from "vitest";
import { inLanguage, speak } from "#server/i18n/speak.ts";
import type { AppRouter } from "#server/router.ts";
import { sayAway } from "./say-away.ts";

speak();

const failing = (error: TRPCClientError<AppRouter>) =>
  inLanguage("fi", () =>
    observableToPromise(
      sayAway({} as TRPCClientRuntime)({
        op: {} as Operation,
        next: () => observable((it) => it.error(error)),
      }),
    ).catch((it: unknown) => it),
  );

it("a server that is not reached is spoken of in the reader's language, and what it says is left as it is", async () => {
  const away = new TRPCClientError<AppRouter>("Failed to fetch", { cause: new TypeError("Failed to fetch") });
  expect(await failing(away)).toMatchObject({
    message: "Svariin ei saatu yhteyttä. Yritä uudelleen.",
    data: undefined,
  });
  const data = { code: "CONFLICT" } as never;
  const said = new TRPCClientError<AppRouter>("Tämä on jo tehty.", {
    result: { error: { data, code: -32009, message: "Tämä on jo tehty." } } as never,
  });
  expect(await failing(said)).toBe(said);
});
