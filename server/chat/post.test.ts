import { expect, it } from "vitest";
import { readNetworks } from "#server/networks.ts";
import { makeWebhook } from "#server/test/webhook.ts";
import { post } from "./post.ts";

const send = (url: string, opened = "127.0.0.0/8 ::1") =>
  post({ url: new URL(url), body: "{}", id: "1", opened: readNetworks(opened), timeoutMs: 3_000 });

it("a name is looked up, its addresses are checked, and the name is what the host is asked by", async () => {
  const hook = await makeWebhook();
  expect(await send(`http://localhost:${hook.port}/x`)).toMatchObject({ status: 200, text: "ok" });
  expect(hook.asked[0]!.headers.host).toBe(`localhost:${hook.port}`);
  const refused = { status: null, text: "Not sent: its host is not on the internet." };
  expect(await send(`https://localhost:${hook.port}/x`, "")).toMatchObject(refused);
  expect(await send("https://[::ffff:127.0.0.1]/x", "")).toMatchObject(refused);
  expect(hook.asked).toHaveLength(1);
});

it("an address that begins with https is spoken to in no other way", async () => {
  const hook = await makeWebhook();
  const answer = await send(`https://127.0.0.1:${hook.port}/x`);
  expect(answer).toMatchObject({ status: null, text: expect.stringMatching(/^It could not be reached/) });
  expect(hook.asked).toEqual([]);
});

it("what cannot be looked up or refuses is told in words", async () => {
  const hook = await makeWebhook();
  expect(await send("https://nowhere.invalid/x")).toMatchObject({
    status: null,
    text: expect.stringMatching(/^(There is no such host|The host could not be looked up)\.$/),
  });
  const answer = await send("http://127.0.0.1:9/x");
  expect(answer).toMatchObject({ status: null, text: "The host refused the connection." });
  expect(hook.asked).toEqual([]);
});
