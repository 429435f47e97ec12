import { afterAll, describe, expect, it } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace } from "#server/test/factories.ts";
import type { TokenPurpose } from "#server/token/codec.ts";
import { respondents } from "./respondents.ts";
import { wallboards } from "./wallboards.ts";

const rt = await testRuntime();
const victim = await makeWorkspace(rt, "Fjordline");
const { number } = await makeInvitation(rt, victim);
const target = { workspaceKey: victim.key, number };

/** Each door by the beginning of its paths, with the purposes whose tokens open it; the longest beginning counts. */
const doors: Record<string, readonly TokenPurpose[]> = {
  "/r/": ["answer"],
  "/r/preview/": [],
  "/s/": ["survey-link"],
  "/c/": ["recovery-check"],
  "/p/": ["own-data"],
  "/u/": ["opt-out"],
  "/d/": ["digest"],
  "/wall/": ["share"],
  "/wall/fonts/": [],
};
const purposes: Record<TokenPurpose, true> = {
  ...{ answer: true, "opt-out": true, "case-address": true, "reply-address": true, "bounce-address": true },
  ...{
    "notification-address": true,
    "opt-out-address": true,
    "member-invitation": true,
    "survey-link": true,
  },
  ...{ share: true, "own-data": true, digest: true, "recovery-check": true },
};

/** What a page tells of itself when it is left: it is told nothing. */
const beacon = "/r/:token/seen";

const apps = [respondents(async () => rt), wallboards(async () => rt)];
const routes = apps.flatMap((app) =>
  app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => ({ app, method, path })),
);

const doorOf = (path: string) =>
  Object.keys(doors)
    .filter((begin) => path.startsWith(begin))
    .sort((a, b) => b.length - a.length)[0];

let calls = 0;
afterAll(() => console.info(`${routes.length} routes before Next, ${calls} calls`));

async function open({ app, method, path }: (typeof routes)[number], token: string) {
  calls += 1;
  const filled = path.replace(":token", token).replace(/:(?:score|answer|name)/g, "3");
  const answer = await app.request(filled, {
    method,
    headers: { "x-forwarded-for": `2001:db8::${calls.toString(16)}` },
    ...(method === "POST" && { body: new URLSearchParams({ password: "a password" }) }),
  });
  const masked = (await answer.text()).replaceAll(token, "").replace(/nonce="[^"]*"/g, "");
  return { status: answer.status, masked, cookie: answer.headers.get("set-cookie") };
}

describe("every route before Next", () => {
  it("is behind a door that asks for a token", () => {
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.filter(({ path }) => !doorOf(path))).toEqual([]);
  });

  it("answers a token of another purpose, of nothing and of nobody with the same", async () => {
    for (const route of routes) {
      const opening = doors[doorOf(route.path)!]!;
      const nothing = await open(route, "0".repeat(36));
      expect(nothing.status, route.path).toBe(route.path === beacon ? 204 : 404);
      expect(nothing.cookie, route.path).toBeNull();
      const others = Object.keys(purposes).filter((one) => !opening.includes(one as TokenPurpose));
      for (const purpose of others as TokenPurpose[]) {
        const told = `${route.method} ${route.path} by a token for ${purpose}`;
        expect(await open(route, rt.tokens.seal(purpose, target)), told).toEqual(nothing);
      }
      for (const purpose of opening) {
        const past = rt.tokens.seal(purpose, { ...target, number: 2 ** 40 });
        const nowhere = rt.tokens.seal(purpose, { workspaceKey: "zzzzz", number });
        for (const token of [past, nowhere])
          expect(await open(route, token), `${route.method} ${route.path}`).toEqual(nothing);
      }
    }
  });
});
