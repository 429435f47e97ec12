import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Runtime } from "#server/entry.ts";
import type { Env } from "#server/env.ts";
import { figures } from "./figures.ts";
import { readFigures } from "./read.ts";

/** Where the figures are. */
export const metricsPath = "/metrics";

type Opened = () => Promise<Runtime> | null;

/** Answers with the figures of this process, to whoever has the token; without a token set, to whoever gets here. */
export async function answerFigures(
  request: IncomingMessage,
  response: ServerResponse,
  token: string | undefined,
  opened: Opened,
): Promise<void> {
  response.setHeader("Cache-Control", "no-store");
  if (token && !bears(request, token)) {
    response.writeHead(401, { "WWW-Authenticate": "Bearer" }).end();
    return;
  }
  const rt = await Promise.resolve(opened()).catch(() => null);
  const text = await readFigures(rt);
  response.writeHead(200, { "Content-Type": figures().registry.contentType }).end(text);
}

/**
 * Opens METRICS_PORT, where there is one: on this machine alone, or, with a token, on the addresses of HOST. The web
 * process has its figures on its own port as well, with a token only, for whatever stands in front of it may be public.
 */
export async function startMetricsServer(
  { METRICS_PORT, SVAR_METRICS_TOKEN, HOST }: Env,
  opened: Opened,
): Promise<Server | null> {
  if (!METRICS_PORT) return null;
  const server = createServer((request, response) => {
    if (request.url?.split("?", 1)[0] !== metricsPath) return void response.writeHead(404).end();
    answerFigures(request, response, SVAR_METRICS_TOKEN, opened).catch(() => response.destroy());
  });
  const host = SVAR_METRICS_TOKEN ? HOST?.split(",")[0]?.trim() : "127.0.0.1";
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen(METRICS_PORT, host, resolve),
  );
  server.unref();
  return server;
}

/** Both are hashed, so that the time taken says nothing of the token, not even its length. */
function bears({ headers }: IncomingMessage, token: string): boolean {
  const given = /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
