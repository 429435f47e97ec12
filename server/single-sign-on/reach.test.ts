import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { readNetworks } from "#server/networks.ts";
import { guardedFetch } from "./reach.ts";

const own = guardedFetch(readNetworks("127.0.0.0/8"));

async function answering(behave: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => behave(response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

it("brings what is answered, and follows no redirect", async () => {
  const plain = await own(await answering((response) => response.end('{"a":1}')), {});
  expect([plain.status, await plain.json()]).toEqual([200, { a: 1 }]);
  const moved = await answering((response) =>
    response.writeHead(302, { location: "http://10.0.0.1/" }).end(),
  );
  expect((await own(moved, {})).status).toBe(302);
});

it("takes no more than half a megabyte", async () => {
  const long = await answering((response) => response.end(Buffer.alloc(600 * 1024)));
  await expect(own(long, {})).rejects.toThrow("the answer is too long");
});

it("reaches nothing on this machine or in its network, unless the operator opened it", async () => {
  const nothing = guardedFetch(readNetworks(""));
  for (const address of [
    await answering((response) => response.end()),
    "https://127.0.0.1/",
    "https://[::1]/",
  ])
    await expect(nothing(address, {})).rejects.toThrow("is not on the internet");
});
