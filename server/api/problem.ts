import { z } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import type { ZodError } from "zod";
import { DomainError, type ErrorCode } from "#server/errors.ts";
import { sayRefusal } from "#server/i18n/say-refusal.ts";

/** An error as RFC 9457 has it; `invalid_params` names each wrong field and the way out. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    invalid_params: z.array(z.object({ name: z.string(), reason: z.string() })).optional(),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof Problem>;

const kinds: Record<ErrorCode, { status: 401 | 403 | 404 | 409 | 422 | 429; title: string }> = {
  UNAUTHENTICATED: { status: 401, title: "Not authenticated" },
  FORBIDDEN: { status: 403, title: "Not allowed" },
  NOT_FOUND: { status: 404, title: "Not found" },
  CONFLICT: { status: 409, title: "Conflict" },
  INVALID: { status: 422, title: "Not valid" },
  LIMIT_REACHED: { status: 429, title: "Too many requests" },
};

/** The answer to an error, ours or the caller's; ours shows nothing of itself but the request's id. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof DomainError) {
    const { status, title } = kinds[error.code];
    const params = error.field ? [{ name: error.field, reason: error.message }] : undefined;
    return problem(status, title, error.message, params);
  }
  if (error instanceof HTTPException && error.status < 500) {
    return problem(
      error.status,
      "Not readable",
      `${error.message || "The body cannot be read"}. Send JSON with Content-Type: application/json.`,
    );
  }
  return problem(
    500,
    "Our fault",
    `Something went wrong on our side. Try again in a moment; if it stays, tell us the request id ${requestId}.`,
  );
}

/** What is wrong with a request's fields. */
export function invalidParams(error: ZodError): Problem {
  const params = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ name: [...issue.path, key].join("."), reason: "There is no such field." }))
      : [{ name: issue.path.join(".") || "body", reason: sayRefusal("en", issue.message) }],
  );
  const names = [...new Set(params.map(({ name }) => name))].join(", ");
  return problem(422, "Not valid", `Not valid: ${names}.`, params);
}

/** A problem by its parts; `type` is about:blank because the status says the kind. */
export function problem(
  status: number,
  title: string,
  detail: string,
  params?: { name: string; reason: string }[],
): Problem {
  return { type: "about:blank", title, status, detail, ...(params ? { invalid_params: params } : {}) };
}

/** A problem as it is answered. */
export function answerProblem(what: Problem): Response {
  const headers: Record<string, string> = { "Content-Type": "application/problem+json" };
  if (what.status === 401) headers["WWW-Authenticate"] = 'Bearer realm="Svar"';
  return new Response(JSON.stringify(what), { status: what.status, headers });
}
