import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import next from "next";
import { env } from "#server/env.ts";
import { speak } from "#server/i18n/speak.ts";
import { clientAddress } from "./client-address.ts";
import { plainRoutes } from "./plain-routes.ts";
import { withReader } from "./reader.ts";
import { root } from "./root.ts";
import { wordsOf } from "./say.ts";

const drainMs = process.env.NODE_ENV === "development" ? 500 : 25_000;

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
  const { PORT: port, HOST, APP_URL, TRUSTED_PROXIES } = env();
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
  const streams = new Set<ServerResponse>();
  const servers = await listen(HOST, port, () => {
    const server = createServer((request, response) => {
      if (https) response.setHeader("Strict-Transport-Security", "max-age=31536000");
      tellClient(request, clientOf(request.socket.remoteAddress, forwardedFor(request)));
      if (isStream(request)) track(streams, response);
      const isPlain = plain.serves(request.url);
      withReader(request, isPlain, () =>
        isPlain ? plain.answer(request, response) : answer(request, response),
      ).catch((error: unknown) => fail(response, error));
    });
    server.on("upgrade", (request, socket, head) =>
      dev ? upgrades.emit("upgrade", request, socket, head) : socket.destroy(),
    );
    return server;
  });
  process.on("unhandledRejection", (error) => console.error("unhandled rejection:", error));
  for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => drain(servers, streams));
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

/** Takes no more connections, ends live streams (browsers reconnect), lets the rest finish, at most 25 s. */
function drain(servers: Server[], streams: Set<ServerResponse>): void {
  for (const response of streams) response.destroy();
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
  const closeIdle = () => {
    for (const server of servers) server.closeIdleConnections();
  };
  setInterval(closeIdle, 100);
  setTimeout(() => process.exit(0), drainMs);
  Promise.all(closed).then(() => process.exit(0));
}

function forwardedFor({ headers }: IncomingMessage): string {
  return [headers["x-forwarded-for"] ?? []].flat().join(",");
}

/** Puts what is true in the place of what the client wrote, where Next reads it and where the plain routes do. */
function tellClient(request: IncomingMessage, client: string): void {
  const { rawHeaders } = request;
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (rawHeaders[at]?.toLowerCase() === "x-forwarded-for") rawHeaders.splice(at, 2);
  }
  rawHeaders.push("X-Forwarded-For", client);
  request.headers["x-forwarded-for"] = client;
}

function isStream(request: IncomingMessage): boolean {
  return request.headers.accept?.includes("text/event-stream") ?? false;
}

function track(streams: Set<ServerResponse>, response: ServerResponse): void {
  streams.add(response);
  response.once("close", () => streams.delete(response));
}

function fail(response: ServerResponse, error: unknown): void {
  console.error("request failed:", error);
  if (!response.headersSent) response.writeHead(500);
  response.end();
}
