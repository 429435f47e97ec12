import { describe, expect, it } from "vitest";
import { suppressions } from "#db/schema/index.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace } from "#server/test/factories.ts";
import { showOptOut, takeOptOut } from "./_opt-out/opt-out.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");

const linkOf = (number: number, workspaceKey = fjordline.key) =>
  rt.tokens.seal("opt-out", { workspaceKey, number });
const request = (token: string, init: RequestInit = {}) =>
  new Request(`http://localhost:3000/u/${token}`, init);
const suppressed = () => fjordline.run((ctx) => ctx.db.select().from(suppressions));

describe("opting out", () => {
  it("is not done by opening the link", async () => {
    const token = linkOf((await makeInvitation(rt, fjordline, { locale: "da" })).number);
    const page = await showOptOut(rt, request(token), token);
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/<html lang="da".*<form method="post".*<button/s);
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(await suppressed()).toEqual([]);
  });

  it.each([
    [
      "a mail program's one click",
      { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) },
    ],
    ["the same as multipart", { method: "POST", body: formOf("List-Unsubscribe", "One-Click") }],
    ["a post without any body", { method: "POST" }],
  ])("is done by %s, at once, without a redirect, and again changes nothing", async (_, init) => {
    const asked = await makeInvitation(rt, fjordline);
    const token = linkOf(asked.number);
    const before = await suppressed();
    for (const press of [1, 2]) {
      const done = await takeOptOut(rt, request(token, init), token);
      expect(done.status, `press ${press}`).toBe(200);
      expect(await done.text()).toContain("You will get no more e-mails like this");
    }
    const after = await suppressed();
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toMatchObject({ reason: "opted_out", until: null });
    const page = await showOptOut(rt, request(token), token);
    expect(await page.text()).not.toContain('name="months"');
  });

  it.each([3, 6, 12])("can be for %i months, and for good after that", async (months) => {
    rt.setNow(testNow);
    const token = linkOf((await makeInvitation(rt, fjordline, { locale: "sv" })).number);
    const before = await suppressed();
    const body = new URLSearchParams({ months: `${months}` });
    const paused = await (await takeOptOut(rt, request(token, { method: "POST", body }), token)).text();
    expect(paused).toContain("Du får inga sådana mejl på ett tag");
    const until = (await suppressed()).at(-1)!.until!;
    expect(Math.round((until.getTime() - testNow.getTime()) / 86_400_000 / 30.4)).toBe(months);

    rt.setNow(new Date(until.getTime() + 1));
    expect(await (await showOptOut(rt, request(token), token)).text()).toContain('value="6"');
    rt.setNow(testNow);
    await takeOptOut(rt, request(token, { method: "POST" }), token);
    const after = await suppressed();
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)!.until).toBeNull();
    await takeOptOut(rt, request(token, { method: "POST", body }), token);
    expect((await suppressed()).at(-1)!.until).toBeNull();
  });

  it("is for good when the number of months is none of the page's", async () => {
    const token = linkOf((await makeInvitation(rt, fjordline)).number);
    const body = new URLSearchParams({ months: "1" });
    await takeOptOut(rt, request(token, { method: "POST", body }), token);
    expect((await suppressed()).at(-1)!.until).toBeNull();
  });

  it("works long after the question can no longer be answered", async () => {
    const token = linkOf((await makeInvitation(rt, fjordline, { expiresAt: testNow })).number);
    expect((await takeOptOut(rt, request(token, { method: "POST" }), token)).status).toBe(200);
  });

  it("does nothing for a link of another purpose, another workspace or nobody", async () => {
    const asked = await makeInvitation(rt, fjordline);
    const before = await suppressed();
    for (const token of [asked.token, linkOf(asked.number, nordlys.key), linkOf(999_999), "garbage"]) {
      expect((await showOptOut(rt, request(token), token)).status).toBe(404);
      expect((await takeOptOut(rt, request(token, { method: "POST" }), token)).status).toBe(404);
    }
    expect(await suppressed()).toEqual(before);
    expect(await nordlys.run((ctx) => ctx.db.select().from(suppressions))).toEqual([]);
  });
});

function formOf(name: string, value: string): FormData {
  const form = new FormData();
  form.set(name, value);
  return form;
}
