import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { figures } from "#server/metrics/figures.ts";
import { methodKind, routeKind } from "./route-kind.ts";

/** These answer 503 to say something, and are asked every few seconds. */
const askers = new Set(["health", "ready", "metrics"]);

/** Counts and times the answer to a request, and logs it: as a warning when it is our fault. A stream is counted when it ends, and not timed. */
export function measure(request: IncomingMessage, response: ServerResponse, log: Logger): void {
  const began = performance.now();
  const route = routeKind(request.url);
  const method = methodKind(request.method);
  response.once("close", () => {
    const status = response.writableFinished || route === "stream" ? response.statusCode : "aborted";
    const ms = performance.now() - began;
    figures().requests.observe({ route, method, status: String(status) }, route === "stream" ? 0 : ms / 1000);
    const line = { route, method, status, ms: Math.round(ms) };
    if (typeof status === "number" && status >= 500 && !askers.has(route)) log.warn(line, "request answered");
    else log.debug(line, "request answered");
  });
}
