import { runtime } from "#server/entry.ts";
import { DomainError, type ErrorCode } from "#server/errors.ts";
import { sayToReader } from "#server/i18n/say-refusal.ts";
import { refusal } from "#server/refusal.ts";

const statuses: Record<ErrorCode, number> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
  CONFLICT: 409,
  INVALID: 422,
  LIMIT_REACHED: 429,
};

/** Answers a form's request with what `work` returns, or like `inWords`. */
export async function answerInWords(request: Request, work: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await work());
  } catch (error) {
    return inWords(error, request);
  }
}

/** `{ error }` in the person's words; errors of ours are logged. */
export async function inWords(error: unknown, request: Request): Promise<Response> {
  if (error instanceof DomainError)
    return Response.json({ error: sayToReader(error.refusal) }, { status: statuses[error.code] });
  const { log } = await runtime();
  log.error({ err: error, path: new URL(request.url).pathname }, "request failed");
  return Response.json({ error: sayToReader(refusal("ours")) }, { status: 500 });
}
