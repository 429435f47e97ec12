import { beforeEach, describe, expect, it } from "vitest";
import { createDigest } from "#server/digest/create.ts";
import { findDigest } from "#server/digest/queries.ts";
import { CreateDigest } from "#server/digest/schema.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { showEndOfDigest, takeEndOfDigest } from "./_digest/end-digest.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
beforeEach(() => rt.setNow(testNow));

async function link(over: object = {}) {
  const input = CreateDigest.parse({ rhythm: "daily", locale: "en", ...over });
  const { digest } = await fjordline.run(
    async (ctx) => (await findDigest(ctx, await createDigest(ctx, input)))!,
  );
  const token = rt.tokens.seal("digest", { workspaceKey: fjordline.key, number: digest.number });
  return { id: digest.id, number: digest.number, token };
}

const request = (token: string, init: RequestInit = {}) =>
  new Request(`http://localhost:3000/d/${token}`, init);
const endOf = async (id: string) =>
  (await fjordline.run((ctx) => findDigest(ctx, { id })))!.digest.endedBecause;

describe("ending a digest by its link", () => {
  it("is not done by opening it, which says what would end, in the reader's language", async () => {
    const { id, token } = await link({ locale: "nb", filter: "language=sv" });
    const page = await showEndOfDigest(rt, request(token), token);
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(
      /<html lang="nb".*Fjordline · Språk: svensk.*<form method="post" action="\/d\/\w+".*<button>Avslutt/s,
    );
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.headers.has("set-cookie")).toBe(false);
    expect(await endOf(id)).toBeNull();
  });

  it.each([
    ["one click", { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) }],
    ["a post without any body", { method: "POST" }],
  ])("is done by %s, without cookies or a redirect, and again changes nothing", async (_, init) => {
    const { id, token } = await link();
    for (const press of [1, 2]) {
      const done = await takeEndOfDigest(rt, request(token, init), token);
      expect(done.status, `press ${press}`).toBe(200);
      expect(await done.text()).toContain("This digest has ended");
      expect(await endOf(id)).toBe("by_link");
    }
    const shown = await (await showEndOfDigest(rt, request(token), token)).text();
    expect(shown).not.toContain("<form");
  });

  it("does nothing for a link of another purpose, another workspace or nobody", async () => {
    const { id, number } = await link();
    const foreign = rt.tokens.seal("digest", { workspaceKey: nordlys.key, number });
    const other = rt.tokens.seal("opt-out", { workspaceKey: fjordline.key, number });
    const nobody = rt.tokens.seal("digest", { workspaceKey: fjordline.key, number: 999_999 });
    for (const token of [foreign, other, nobody, "garbage"]) {
      expect((await showEndOfDigest(rt, request(token), token)).status).toBe(404);
      expect((await takeEndOfDigest(rt, request(token, { method: "POST" }), token)).status).toBe(404);
    }
    expect(await endOf(id)).toBeNull();
  });
});
