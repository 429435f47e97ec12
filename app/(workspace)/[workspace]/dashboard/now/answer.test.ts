import { describe, expect, it } from "vitest";
import { inLanguage } from "#server/i18n/speak.ts";
import { makeAnswers } from "#server/test/answers.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { signIn } from "#server/test/session.ts";
import { answerHeadline, isHeadline } from "./answer.ts";

const rt = await testRuntime();
Object.assign(globalThis, { svarRuntime: Promise.resolve(rt) });

const at = "2026-11-20T09:00:00Z";
const here = await makeWorkspace(rt, "Fjordline");
const other = await makeWorkspace(rt, "Nordlys");
await makeAnswers(rt, here, [
  { score: 10, at, by: "Anna North" },
  { score: 2, at, by: "Carl South" },
]);
const cookie = await signIn(rt, here.owner);

const ask = ({ slug }: TestWorkspace, query = "", init: RequestInit = { headers: { cookie } }) =>
  answerHeadline(new Request(`http://localhost:3000/${slug}/dashboard/now${query}`, init));

describe("the headline of a dashboard by itself", () => {
  it("stands at one address of a workspace, with any view", () => {
    for (const path of ["/fjordline/dashboard/now", "/fjordline/dashboard/now?period=30d"])
      expect(isHeadline(path)).toBe(true);
    for (const path of [
      "/dashboard/now",
      "/fjordline/dashboard",
      "/a/fjordline/dashboard/now",
      "/a/dashboard/nowhere",
    ])
      expect(isHeadline(path)).toBe(false);
  });

  it("says the figures of the view, in the language of the request, and is kept by nobody", async () => {
    const answer = await ask(here);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("private, no-store, no-transform");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const { headline } = await answer.json();
    expect(headline.status).toContain("2 answers");
    const swedish = await inLanguage("sv", () => ask(here));
    expect((await swedish.json()).headline.status).toContain("2 svar");
  });

  it("is nobody's who is not signed in, and not there for members of another workspace", async () => {
    expect((await ask(here, "", {})).status).toBe(401);
    expect((await ask(other)).status).toBe(404);
  });

  it("is only read, and an address that nothing can be found by is refused", async () => {
    const changed = await ask(here, "", { method: "POST", headers: { cookie } });
    expect([changed.status, changed.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect((await ask(here, "?team=%00")).status).toBe(400);
  });
});
