import { hasZeroCharacter } from "#app/_security/policy.ts";
import { GET } from "./route.ts";

const address = /^\/([^/?]+)\/dashboard\/now(?:\?|$)/;

/** Whether a request of this path and query asks for a headline by itself. */
export const isHeadline = (path: string): boolean => address.test(path);

/**
 * Answers as Next would, without what Next takes for each request: every dashboard in sight asks twice a second while answers come
 * (docs/decisions/0032). With the headers that other answers get in next.config.ts and proxy.ts and that concern it.
 */
export async function answerHeadline(request: Request): Promise<Response> {
  if (!["GET", "HEAD"].includes(request.method))
    return new Response(null, { status: 405, headers: { Allow: "GET, HEAD" } });
  if (hasZeroCharacter(request.url)) return new Response(null, { status: 400 });
  // As it stands: an address of a workspace has no letters that are written otherwise.
  const [, workspace = ""] = address.exec(new URL(request.url).pathname) ?? [];
  const answer = await GET(request, { params: Promise.resolve({ workspace }) });
  answer.headers.set("X-Content-Type-Options", "nosniff");
  return answer;
}
