import { Resolver } from "node:dns/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { readNetworks } from "#server/networks.ts";
import { refusal } from "#server/refusal.ts";
import { startDnsServer } from "#server/test/dns-server.ts";
import { makeWebhook } from "#server/test/webhook.ts";
import { post } from "./post.ts";

const send = (url: string, opened = "127.0.0.0/8 ::1") =>
  post({ url: new URL(url), body: "{}", id: "1", opened: readNetworks(opened), timeoutMs: 3_000 });

it("a name is looked up, its addresses are checked, and the name is what the host is asked by", async () => {
  const hook = await makeWebhook();
  expect(await send(`http://localhost:${hook.port}/x`)).toMatchObject({ status: 200, text: "ok" });
  expect(hook.asked[0]!.headers.host).toBe(`localhost:${hook.port}`);
  const refused = { status: null, text: refusal("chatClosed", { why: "notPublic" }) };
  expect(await send(`https://localhost:${hook.port}/x`, "")).toMatchObject(refused);
  expect(await send("https://[::ffff:127.0.0.1]/x", "")).toMatchObject(refused);
  expect(hook.asked).toHaveLength(1);
});

it("an address that begins with https is spoken to in no other way", async () => {
  const hook = await makeWebhook();
  const answer = await send(`https://127.0.0.1:${hook.port}/x`);
  expect(answer).toMatchObject({ status: null, text: expect.stringMatching(/^refused\.chatUnreached/) });
  expect(hook.asked).toEqual([]);
});

it("what cannot be looked up or refuses is told in words", async () => {
  const hook = await makeWebhook();
  expect(await send("https://nowhere.invalid/x")).toMatchObject({
    status: null,
    text: expect.stringMatching(/^refused\.(?:chatNoHost|chatHostUnknown)$/),
  });
  const answer = await send("http://127.0.0.1:9/x");
  expect(answer).toMatchObject({ status: null, text: refusal("chatHostRefused") });
  expect(hook.asked).toEqual([]);
});

it("a name that leads elsewhere when it is asked again is asked once: what was checked is connected to", async () => {
  const open = await listenOn("127.0.0.2", 0);
  const secret = await listenOn("127.0.0.1", open.port);
  const dns = await startDnsServer({ "A hooks.example": ["127.0.0.2"] });
  onTestFinished(dns.close);
  const resolver = new Resolver();
  resolver.setServers([dns.address]);
  let asked = 0;
  const resolve = async (name: string) => {
    const addresses = await resolver.resolve4(name);
    asked += 1;
    dns.zone["A hooks.example"] = ["127.0.0.1"];
    return addresses.map((address) => ({ address, family: 4 }));
  };
  const send = () =>
    post({
      ...{ url: new URL(`http://hooks.example:${open.port}/x`), body: "{}", id: "1", timeoutMs: 3_000 },
      ...{ opened: readNetworks("127.0.0.2"), resolve },
    });
  expect(await send()).toMatchObject({ status: 200 });
  expect([asked, open.asked(), secret.asked()]).toEqual([1, 1, 0]);
  const refused = { status: null, text: refusal("chatClosed", { why: "notPublic" }) };
  expect(await send()).toMatchObject(refused);
  dns.zone["A hooks.example"] = ["127.0.0.2", "127.0.0.1"];
  expect(await send()).toMatchObject(refused);
  expect([open.asked(), secret.asked()]).toEqual([1, 0]);
});

async function listenOn(address: string, port: number) {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end("ok");
  });
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, asked: () => asked };
}
