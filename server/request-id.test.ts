import { expect, it } from "vitest";
import { createApi } from "#server/api/app.ts";
import { currentRequestId, requestIdFrom, withRequestId } from "#server/request-id.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";

const rt = await testRuntime();
const workspace = await makeWorkspace(rt);

it("a request keeps the id it came with when that looks like one, else gets one of its own", () => {
  expect(requestIdFrom("4bf92f3577b34da6a3ce929d0e0e4736")).toBe("4bf92f3577b34da6a3ce929d0e0e4736");
  for (const odd of [undefined, "", "short", "x".repeat(65), 'a"}\n{"level":60', "två ord här"])
    expect(requestIdFrom(odd)).toMatch(/^[\da-f-]{36}$/);
});

it("the id is known in all that is done for the request, and to nobody beside it", async () => {
  const seen = await Promise.all(
    ["request-one", "request-two"].map((id) =>
      withRequestId(id, () => workspace.run(async (ctx) => [currentRequestId(), ctx.from.requestId])),
    ),
  );
  expect(seen).toEqual([
    ["request-one", "request-one"],
    ["request-two", "request-two"],
  ]);
  expect(currentRequestId()).toBeNull();
});

it("goes on to the tasks that the request enqueues", async () => {
  await withRequestId("request-three", () =>
    workspace.run((ctx) => ctx.queue.enqueue(ctx.db, "response.recount", { workspaceId: ctx.workspaceId })),
  );
  const [job] = await rt.connection.sql`SELECT data FROM pgboss.job WHERE name = 'response.recount'`;
  expect(job!.data).toEqual({ workspaceId: workspace.id, requestId: "request-three" });
});

it("is in the answer of the API", async () => {
  const answer = await createApi(rt).request("/api/v1/nps", { headers: { "X-Request-Id": "request-four" } });
  expect(answer.headers.get("X-Request-Id")).toBe("request-four");
});
