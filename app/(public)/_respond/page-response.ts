import { randomUUID } from "node:crypto";
import { pagePolicy } from "#app/(public)/_pages/policy.ts";

/** A respondent's page: `render` is given the nonce that its style and script carry. Nothing of it is kept or indexed. */
export function pageResponse(status: number, render: (nonce: string) => string): Response {
  const nonce = randomUUID();
  return new Response(render(nonce), {
    status,
    headers: { ...headers, "Content-Security-Policy": pagePolicy(nonce) },
  });
}

const headers = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Robots-Tag": "noindex, nofollow",
};
