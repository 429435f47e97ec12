import { requestContext } from "#app/_trpc/request-context.ts";
import { required } from "#server/auth/auth.ts";
import type { Ctx } from "#server/context.ts";
import { asMember } from "#server/entry.ts";
import { DomainError } from "#server/errors.ts";
import { requireRole } from "#server/trpc.ts";

/**
 * Answers a member who may look at cases with what `answer` makes of what `find` reads in their workspace; with 401 or 404
 * when nobody is signed in or there is nothing for them.
 */
export async function answerMember<Found>(
  request: Request,
  workspace: string,
  find: (ctx: Ctx) => Promise<Found>,
  answer: (found: Found) => Response,
): Promise<Response> {
  try {
    const { rt, user } = await requestContext(request.headers);
    const found = await asMember(rt, required(user), workspace, (ctx) => {
      requireRole(ctx, "viewer");
      return find(ctx);
    });
    return answer(found);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(null, { status: error.code === "UNAUTHENTICATED" ? 401 : 404 });
  }
}

/** Of a file that is taken away and never opened here (RELIABILITY.md F7). */
export function downloadHeaders(fileName: string): Record<string, string> {
  return {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    ...sealed,
  };
}

/** It runs nothing, wherever it is opened, and is not kept by the browser. */
export const sealed = {
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cache-control": "private, no-store",
};
