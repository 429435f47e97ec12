import type { Server } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { freePort } from "#db/embedded/access.ts";
import { createRuntime } from "#server/entry.ts";
import { methodKind, routeKind } from "#server/start/route-kind.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { figures } from "./figures.ts";
import { readFigures } from "./read.ts";
import { startMetricsServer } from "./serve.ts";

const rt = await testRuntime();
const token = "a-token-that-only-the-tests-know";

async function opened(settings: { SVAR_METRICS_TOKEN?: string }, runtime = rt) {
  const port = await freePort();
  const server = await startMetricsServer(
    { ...rt.env, HOST: "127.0.0.1", METRICS_PORT: port, ...settings },
    () => Promise.resolve(runtime),
  );
  onTestFinished(() => void (server as Server).close());
  return (headers: Record<string, string> = {}, path = "/metrics") =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers });
}

it("figures say how process, pool, queue and outbox are, and name no tenant", async () => {
  const workspace = await makeWorkspace(rt, "Fjordline Secret");
  await workspace.run((ctx) =>
    ctx.queue.enqueue(ctx.db, "response.recount", { workspaceId: ctx.workspaceId }),
  );
  figures().requests.observe({ route: "answer", method: "POST", status: "303" }, 0.01);
  const ask = await opened({});
  const text = await (await ask()).text();
  for (const line of [
    /^svar_database_up 1$/m,
    /^svar_database_pool_size 8$/m,
    /^svar_database_transactions\{state="waiting"\} 0$/m,
    /^svar_queue_tasks\{task="response.recount",state="waiting"\} 1$/m,
    /^svar_queue_oldest_due_seconds\{task="response.recount"\} [\d.e-]+$/m,
    /^svar_outbox_mails\{state="due"\} 0$/m,
    /^svar_http_request_seconds_bucket\{le="0.01",route="answer",method="POST",status="303"\} 1$/m,
    /^svar_live_streams \d/m,
    /^nodejs_eventloop_lag_p99_seconds /m,
    /^process_resident_memory_bytes /m,
  ])
    expect(text).toMatch(line);
  for (const name of ["Fjordline", "Secret", workspace.id, workspace.slug]) expect(text).not.toContain(name);
});

it("figures are told to who bears the token, and nothing else is there", async () => {
  const ask = await opened({ SVAR_METRICS_TOKEN: token });
  expect((await ask()).status).toBe(401);
  expect((await ask({ authorization: `Bearer ${token}x` })).status).toBe(401);
  expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(200);
  expect((await ask({ authorization: `Bearer ${token}` }, "/")).status).toBe(404);
});

it("figures of the process are told while the database is away", async () => {
  const away = await createRuntime(rt.env, rt.url);
  await away.close();
  await expect
    .poll(async () => (await readFigures(away)).match(/^svar_database_up \d$/m)?.[0], {
      timeout: 15_000,
      interval: 500,
    })
    .toBe("svar_database_up 0");
});

it("a request is called by few words, whatever stands in its address", () => {
  const addresses = [
    "/r/1fjrd7k3xmpq/7",
    "/api/trpc/case.close?batch=1",
    "/fjordline/dashboard",
    "/api/v1/nps",
  ];
  expect(addresses.map(routeKind)).toEqual(["answer", "procedure", "page", "api"]);
  expect([methodKind("GET"), methodKind("BREW")]).toEqual(["GET", "other"]);
});
