import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, describe, expect, it } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace } from "#server/test/factories.ts";
import { isRespondents, respondents } from "./respondents.ts";

const rt = await testRuntime();
const workspace = await makeWorkspace(rt, "Fjordline");
const listener = getRequestListener(respondents(async () => rt).fetch, { overrideGlobalObjects: false });
const server = createServer(listener);
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

const open = (path: string, init: RequestInit = {}) => fetch(site + path, { redirect: "manual", ...init });

describe("the pages of the mails' links", () => {
  it.each(["urlencoded", "multipart"])("take an answer as a %s form and lead to the thanks", async (kind) => {
    const { token } = await makeInvitation(rt, workspace);
    const page = await open(`/r/${token}/9`);
    expect(page.status).toBe(200);
    const nonce = /name="nonce" value="([^"]+)"/.exec(await page.text())![1]!;
    const fields = new URLSearchParams({ score: "9", comment: "Blå tog", nonce });
    const form = new FormData();
    for (const [name, value] of fields) form.set(name, value);
    const answered = await open(`/r/${token}`, {
      method: "POST",
      body: kind === "multipart" ? form : fields,
    });
    expect([answered.status, answered.headers.get("location")]).toEqual([303, `/r/${token}/thanks`]);
    expect(answered.headers.get("referrer-policy")).toBe("no-referrer");
    expect((await open(`/r/${token}/thanks`)).status).toBe(200);
  });

  it("lead from a score that was cut short to the question", async () => {
    const { token } = await makeInvitation(rt, workspace);
    const page = await (await open(`/r/${token}/1x`)).text();
    expect(page).toContain('name="score"');
    expect(page).not.toMatch(/name="score"[^>]* checked/);
  });

  it("opt out at once when a mail program posts with any body or none", async () => {
    for (const body of ["List-Unsubscribe=One-Click", undefined]) {
      const { token } = await makeInvitation(rt, workspace);
      const path = `/u/${rt.tokens.seal("opt-out", rt.tokens.open("answer", token)!)}`;
      const done = await open(path, { method: "POST", ...(body ? { body } : {}) });
      expect([done.status, done.headers.get("set-cookie")]).toEqual([200, null]);
    }
  });

  it("take no comment of megabytes, whether its length is declared or not", async () => {
    const { token } = await makeInvitation(rt, workspace);
    const body = `score=1&comment=${"x".repeat(200_000)}`;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const declared = await open(`/r/${token}`, { method: "POST", headers, body });
    const streamed = await open(`/r/${token}`, {
      method: "POST",
      headers,
      body: new Blob([body]).stream(),
      duplex: "half",
    } as RequestInit);
    expect([declared.status, streamed.status]).toEqual([413, 413]);
  });

  it.each(["/r/", "/r/x", "/r/x/3", "/r/x/thanks/more", "/u/x", "/u/", "/r/preview/x/3"])(
    "say at %s that it leads nowhere",
    async (path) => {
      const page = await open(path);
      expect(page.status).toBe(404);
      expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    },
  );

  it("are all that stands before Next", () => {
    expect(["/r/a", "/u/a", "/c/a/yes", "/r/preview/x"].every(isRespondents)).toBe(true);
    expect(["/", "/rental/dashboard", "/users", "/r", "/api/trpc"].some(isRespondents)).toBe(false);
  });
});
