import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import { openedRuntime } from "#server/entry.ts";
import { env } from "#server/env.ts";
import { speak } from "#server/i18n/speak.ts";
import { createLog } from "#server/log.ts";
import { answerFigures, metricsPath, startMetricsServer } from "#server/metrics/serve.ts";
import { requestIdFrom, withRequestId } from "#server/request-id.ts";
import { clientAddress } from "./client-address.ts";
import { drainOf } from "./drain.ts";
import { measure } from "./measure.ts";
import { plainRoutes } from "./plain-routes.ts";
import { withReader } from "./reader.ts";
import { root } from "./root.ts";
import { wordsOf } from "./say.ts";

const log = createLog(env().LOG_LEVEL);
const drainMs = process.env.NODE_ENV === "development" ? 500 : 25_000;
/** Longer than the minute for which balancers keep a connection, lest one sends a request where we just hung up. */
const keepAliveMs = 75_000;
/** What is noted but not written yet goes out then; a database that is away is not waited for. */
const closeMs = 3_000;

try {
  await serve();
} catch (error) {
  console.error(wordsOf(error));
  process.exit(1);
}

/**
 * The web process: the routes that need no React, and Next for the rest, behind our own listener, which knows
 * the addresses to listen on, who asks, and how to drain.
 */
async function serve(): Promise<void> {
  const { PORT: port, HOST, APP_URL, TRUSTED_PROXIES, SVAR_METRICS_TOKEN: token } = env();
  const clientOf = clientAddress(TRUSTED_PROXIES);
  const https = APP_URL.startsWith("https:");
  const dev = process.env.NODE_ENV === "development";
  // Next takes up WebSockets, which only the reloading of `npm run dev` speaks, on one server; this one never listens.
  const upgrades = createServer();
  const app = next({ dev, dir: root, port, hostname: "localhost", httpServer: upgrades });
  await app.prepare();
  const answer = app.getRequestHandler();
  const plain = plainRoutes();
  speak();
  const servers: Server[] = [];
  const drain = drainOf(servers);

  function take(request: IncomingMessage, response: ServerResponse): void {
    if (https) response.setHeader("Strict-Transport-Security", "max-age=31536000");
    tell(
      request,
      "X-Forwarded-For",
      clientOf(request.socket.remoteAddress, headerOf(request, "x-forwarded-for")),
    );
    measure(request, response, log);
    if (!drain.admit(request, response)) return;
    if (token && request.url?.split("?", 1)[0] === metricsPath)
      return void answerFigures(request, response, token, openedRuntime).catch(() => response.destroy());
    const isPlain = plain.serves(request.url);
    withReader(request, !isPlain || plain.isForMember(request.url), () =>
      isPlain ? plain.answer(request, response) : answer(request, response),
    ).catch((error: unknown) => fail(response, error));
  }

  const make = () => {
    const server = createServer((request, response) => {
      const id = requestIdFrom(headerOf(request, "x-request-id"));
      tell(request, "X-Request-Id", id);
      response.setHeader("X-Request-Id", id);
      withRequestId(id, () => take(request, response));
    });
    server.keepAliveTimeout = keepAliveMs;
    server.on("upgrade", (request, socket, head) =>
      dev ? upgrades.emit("upgrade", request, socket, head) : socket.destroy(),
    );
    return server;
  };
  servers.push(...(await listen(HOST, port, make)));
  await startMetricsServer(env(), openedRuntime);
  process.on("unhandledRejection", (err) => log.error({ err }, "unhandled rejection"));
  const stop = async () => {
    log.info("web stops");
    await drain.end(drainMs);
    const closed = openedRuntime()?.then((rt) => rt.close());
    await Promise.race([closed?.catch(() => {}), sleep(closeMs)]);
    process.exit(0);
  };
  for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, stop);
}

/** A server for each address; an address this machine does not have (IPv6, often) is left out while another works. */
async function listen(hosts: string | undefined, port: number, make: () => Server): Promise<Server[]> {
  const servers: Server[] = [];
  let refused: unknown;
  for (const host of hosts ? hosts.split(",").map((part) => part.trim()) : [undefined]) {
    const server = make();
    try {
      await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
      servers.push(server);
    } catch (error) {
      const missing =
        error instanceof Error &&
        "code" in error &&
        (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT");
      if (!missing)
        throw new Error(
          `The web server cannot listen on port ${port}: ${wordsOf(error)}. Set PORT to another one.`,
        );
      refused = error;
    }
  }
  if (servers.length === 0) throw refused;
  return servers;
}

function headerOf({ headers }: IncomingMessage, name: string): string {
  return [headers[name] ?? []].flat().join(",");
}

/** Puts what is true in the place of what the client wrote, where Next reads it and where the plain routes do. */
function tell(request: IncomingMessage, name: string, value: string): void {
  const { rawHeaders } = request;
  const lower = name.toLowerCase();
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (rawHeaders[at]?.toLowerCase() === lower) rawHeaders.splice(at, 2);
  }
  rawHeaders.push(name, value);
  request.headers[lower] = value;
}

function fail(response: ServerResponse, err: unknown): void {
  log.error({ err }, "request failed");
  if (!response.headersSent) response.writeHead(500);
  response.end();
}
