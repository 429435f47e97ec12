import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type Runtime, withApiKey } from "#server/entry.ts";
import { DomainError } from "#server/errors.ts";
import { isTooDeep } from "#server/json-depth.ts";
import { refusal } from "#server/refusal.ts";
import { workspaceKeyOf } from "#server/token/api-key.ts";
import type { ApiEnv } from "./app.ts";
import { answerProblem, problem } from "./problem.ts";

const mostBytes = 5_000_000;

/**
 * Lets a request in by its key and runs the rest of it in one transaction of the key's workspace. A key that
 * cannot be one is refused before anything is read; the body is read before the transaction begins, so that a
 * slow sender holds none open (RELIABILITY.md G1).
 */
export function admitByKey(rt: Runtime): MiddlewareHandler<ApiEnv> {
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: () =>
      answerProblem(problem(413, "Too large", "The body is larger than 5 MB. Send it in several requests.")),
  });
  return async (c, next) => {
    const key = /^Bearer\s+(\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1] ?? "";
    if (!workspaceKeyOf(key)) throw missingKey;
    return limit(c, async () => {
      if (isTooDeep(new Uint8Array(await c.req.arrayBuffer()))) throw tooDeep;
      const from = { address: c.req.header("X-Forwarded-For") ?? null, requestId: c.get("requestId") };
      await withApiKey(rt, key, async (svar) => {
        c.set("svar", { ...svar, from });
        await next();
        if (c.error) throw c.error;
      });
    });
  };
}

const tooDeep = new DomainError("INVALID", refusal("bodyDeep"));

const missingKey = new DomainError("UNAUTHENTICATED", refusal("keyMissing"));
