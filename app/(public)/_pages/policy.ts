/**
 * The Content-Security-Policy of a respondent's page: its own style and script by nonce, its own form, and
 * nothing else. `data:` is for the empty icon, which spares a request.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "img-src data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
