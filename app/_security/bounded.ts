import { isTooDeep } from "#server/json-depth.ts";
import { readBody } from "./read-body.ts";

/**
 * Answers with `answer` of the request with its whole body, or with 413 when that has more than `mostBytes`, or 400 when
 * it nests deeper than any of ours (RELIABILITY.md H12).
 */
export async function bounded(
  request: Request,
  mostBytes: number,
  answer: (whole: Request) => Promise<Response>,
): Promise<Response> {
  if (request.method === "GET" || request.method === "HEAD") return answer(request);
  const body = await readBody(request, mostBytes);
  if (!body) return refusal(413, "This is too large. Make it smaller, or send it in parts.");
  if (isTooDeep(body)) return refusal(400, "This cannot be read: it nests too deep.");
  const { url, method, headers, signal } = request;
  return answer(new Request(url, { method, headers, signal, ...(body.length > 0 && { body }) }));
}

const refusal = (status: number, error: string) => Response.json({ error }, { status });
