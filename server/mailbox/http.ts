import type { IncomingMessage, ServerResponse } from "node:http";

const mostBodyBytes = 1_000_000;

/** The pages run their own script and style and nothing else. */
const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; frame-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Answers and ends. `policy` is the Content-Security-Policy. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  policy = pagePolicy,
): void {
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  });
  response.end(body);
}

export function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { Location: to }).end();
}

/** @throws when it is longer than 1 MB. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > mostBodyBytes) throw new Error("The body is longer than 1 MB.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * Whether a request comes from elsewhere: by a name that is not this machine's (DNS rebinding), or to
 * change something from a page of another site.
 */
export function isForeign({ headers, method }: IncomingMessage): boolean {
  const host = (headers.host ?? "").replace(/:\d+$/, "");
  if (!["localhost", "127.0.0.1", "[::1]"].includes(host)) return true;
  const site = headers["sec-fetch-site"];
  return (
    method !== "GET" && method !== "HEAD" && site !== undefined && site !== "same-origin" && site !== "none"
  );
}
