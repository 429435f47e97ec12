import { randomUUID } from "node:crypto";
import { pagePolicy } from "#app/(public)/_pages/policy.ts";

/** A respondent's page: `render` is given the nonce that its style and script carry. Nothing of it is kept or indexed. */
export function pageResponse(status: number, render: (nonce: string) => string): Response {
  const nonce = randomUUID();
  return new Response(render(nonce), {
    status,
    headers: { ...respondentHeaders, ...html, "Content-Security-Policy": pagePolicy(nonce) },
  });
}

const html = { "Content-Type": "text/html; charset=utf-8" };

/** What every answer to a respondent carries, a redirect too. */
export const respondentHeaders = {
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Permitted-Cross-Domain-Policies": "none",
  "X-Robots-Tag": "noindex, nofollow",
};
