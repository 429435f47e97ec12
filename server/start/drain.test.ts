import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { drainOf } from "./drain.ts";

/** A server whose answers to /slow wait until they are let go. */
async function serving() {
  const servers = [createServer()];
  const drain = drainOf(servers);
  const held: (() => void)[] = [];
  servers[0]!.on("request", (request, response) => {
    if (!drain.admit(request, response)) return;
    if (request.url === "/stream") return void response.write("data: 1\n\n");
    if (request.url === "/slow") return void held.push(() => response.end("done"));
    response.end("quick");
  });
  await new Promise<void>((resolve) => servers[0]!.listen(0, "127.0.0.1", resolve));
  const { port } = servers[0]!.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const ask = (path: string, accept = "*/*") =>
    get({ port, path, agent, host: "127.0.0.1", headers: { accept } });
  return { drain, held, ask, arrived: (count: number) => expect.poll(() => held.length).toBe(count) };
}

async function whole(answer: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of answer) text += chunk;
  return text;
}

it("a process that is told to end answers what it was asked, ends its streams, and takes nothing new", async () => {
  const { drain, held, ask, arrived } = await serving();
  const slow = once(ask("/slow"), "response");
  await arrived(1);
  const [stream] = (await once(ask("/stream", "text/event-stream"), "response")) as [IncomingMessage];
  const lost = whole(stream).then(
    () => "whole",
    () => "cut off",
  );
  const ended = drain.end(10_000);
  expect(await lost).toBe("cut off");
  const [refused] = await once(ask("/quick"), "error");
  expect(refused).toMatchObject({ code: expect.stringMatching(/ECONNREFUSED|ECONNRESET/) });
  held[0]!();
  const [answer] = (await slow) as [IncomingMessage];
  expect(await whole(answer)).toBe("done");
  await ended;
});

it("a process that is told to end waits no longer than it may", async () => {
  const { drain, ask, arrived } = await serving();
  ask("/slow").on("error", () => {});
  await arrived(1);
  const began = performance.now();
  await drain.end(200);
  expect(performance.now() - began).toBeLessThan(5_000);
});
