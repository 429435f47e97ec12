import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { NextRequest } from "next/server";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#server/context.ts";
import type { SignedIn } from "#server/entry.ts";
import type { Policy } from "#server/policy.ts";
import { testRuntime } from "#server/test/database.ts";
import { dumpOf } from "#server/test/dump.ts";
import { makeEverything, type Names, ofNothing } from "#server/test/everything.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { makeAgentOfOtherTeam } from "#server/test/other-team.ts";
import { canary } from "#server/test/person.ts";
import { signIn } from "#server/test/session.ts";

const rt = await testRuntime();
Object.assign(globalThis, { svarRuntime: Promise.resolve(rt) });
const owner = postgres(rt.ownerUrl, { max: 1 });
afterAll(() => owner.end());

const app = resolve(import.meta.dirname);
const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) =>
  /(^|\/)route\.tsx?$/.test(file),
);
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
type Handler = ((request: NextRequest, context: object) => Promise<Response>) & { policy?: Policy };
type Route = { path: string; method: string; handle: Handler; policy: Policy | undefined };

const routes: Route[] = [];
for (const file of files) {
  const exported = (await import(join(app, file))) as Record<string, Handler>;
  const path = `/${relative(app, join(app, file, ".."))}`.replace(/\/\([a-z]+\)/g, "");
  for (const [method, handle] of Object.entries(exported))
    if (methods.includes(method)) routes.push({ path, method, handle, policy: handle.policy });
}
const ofMembers = routes.filter(({ policy }) => policy?.for === "member");

/** What stands in the addresses of routes, and what they are asked. */
const named: Record<string, (names: Names) => string> = {
  "[caseId]": (names) => names.case,
  "[messageId]": (names) => names.mail,
  "[fileId]": (names) => names.file,
  "[importId]": (names) => names.import,
  "[surveyId]": (names) => names.survey,
  "[linkId]": (names) => names.link,
  "[campaignId]": (names) => names.campaign,
  "[contactId]": (names) => names.contact,
};
const queries: Record<string, (names: Names) => string> = {
  "/[workspace]/dashboard/export": ({ team }) => `?panel=trend&team=${team}`,
  "/[workspace]/cases/figures/export": ({ team }) => `?table=teams&team=${team}`,
  "/[workspace]/responses/export": ({ response }) => `?id=${response}`,
};
const words = { locale: "en", tone: "informal", texts: {}, drivers: [] };
const bodies: Record<string, () => BodyInit> = {
  "/[workspace]/cases/[caseId]/files": () => form(new File(["Hello"], "a.txt", { type: "text/plain" })),
  "/[workspace]/imports/upload": () => form(new File(["email\r\nbo@kund.example\r\n"], "a.csv")),
  "/[workspace]/surveys/[surveyId]/preview": () =>
    JSON.stringify({ ...words, part: "answer", look: "light", score: "3" }),
};

function form(file: File): FormData {
  const fields = new FormData();
  fields.set("file", file);
  return fields;
}

const victim = await makeWorkspace(rt, "Fjordline");
const thief = await makeWorkspace(rt, "Nordlys");
const nothing = ofNothing();
let all: Names;
beforeAll(async () => {
  all = await makeEverything(rt, victim);
});

const cookies = new Map<string, string>();
async function cookieOf(user: SignedIn): Promise<string> {
  const known = cookies.get(user.id) ?? (await signIn(rt, user));
  cookies.set(user.id, known);
  return known;
}

/** Calls a route of `slug` about the things of `names`; returns what is answered, whole. */
async function call(route: Route, user: SignedIn | null, slug: string, names: Names) {
  const params: Record<string, string> = {};
  const path = route.path.replace(/\[(\w+)\]/g, (segment, name) => {
    params[name] = name === "workspace" ? slug : named[segment]!(names);
    return params[name];
  });
  const body = bodies[route.path]?.();
  const answer = await route.handle(
    new NextRequest(`http://localhost:3000${path}${queries[route.path]?.(names) ?? ""}`, {
      method: route.method,
      headers: user ? { cookie: await cookieOf(user) } : {},
      ...(body && { body }),
    }),
    { params: Promise.resolve(params) },
  );
  return { status: answer.status, text: await answer.text() };
}

it("every route declares who may call it", () => {
  expect(routes.length).toBeGreaterThan(25);
  expect(routes.filter(({ policy }) => !policy)).toEqual([]);
  const open = routes.filter(({ policy }) => policy?.for === "anybody");
  expect(open.map(({ path, method }) => `${method} ${path}`).sort()).toEqual([
    "GET /[workspace]/cases/figures/show",
    "GET /[workspace]/dashboard/show",
    "GET /[workspace]/responses/show",
    "GET /[workspace]/settings/digests/show",
    "GET /api/auth/[...all]",
    "GET /api/health",
    "GET /api/ready",
    "GET /api/trpc/[trpc]",
    "GET /share/[token]/alive",
    "GET /share/[token]/show",
    "POST /api/auth/[...all]",
    "POST /api/demonstration",
    "POST /api/trpc/[trpc]",
  ]);
});

it("every server action is one of these, and asks for nothing of a workspace but by a share link", () => {
  const sources = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const actions = sources.filter((file) => /^\s*"use server"/m.test(readFileSync(join(app, file), "utf8")));
  expect(actions.sort()).toEqual(["(public)/share/[token]/_page/enter.ts", "_theme/choose-theme.ts"]);
});

describe("every route for members", () => {
  it("answers its workspace's administrator", async () => {
    for (const route of ofMembers) {
      const { status, text } = await call(route, victim.owner, victim.slug, all);
      expect(status, `${route.method} ${route.path}: ${text}`).toBeLessThan(400);
    }
  });

  it("knows nobody who is not signed in, and nobody of another workspace", async () => {
    const before = await dumpOf(owner, victim.id);
    for (const route of ofMembers) {
      expect((await call(route, null, victim.slug, all)).status, route.path).toBe(401);
      const there = await call(route, thief.owner, victim.slug, all);
      expect(there.status, route.path).toBe(404);
      expect(there, route.path).toEqual(await call(route, thief.owner, "no-such-place", all));
    }
    expect(await dumpOf(owner, victim.id)).toEqual(before);
  });

  it("answers about another workspace's things as about things that are not there", async () => {
    const before = await dumpOf(owner, victim.id);
    for (const route of ofMembers) {
      const stolen = await call(route, thief.owner, thief.slug, all);
      const empty = await call(route, thief.owner, thief.slug, nothing);
      const masked = ({ status, text }: typeof empty) => [
        status,
        text.replace(/[\da-f-]{36}|"since":"[^"]*"|^[^\n]*,exports\.audit,[^\n]*\n/gm, ""),
      ];
      expect(masked(stolen), route.path).toEqual(masked(empty));
      expect(stolen.text, route.path).not.toContain(canary);
    }
    expect(await dumpOf(owner, victim.id)).toEqual(before);
  });

  it("is refused to each lower role", async () => {
    const roles: Role[] = ["viewer", "agent", "manager", "admin"];
    for (const role of roles) {
      const member = await makeMember(rt, victim, role, `${role} Berg`);
      for (const route of ofMembers) {
        if (route.policy?.for !== "member") continue;
        const { status } = await call(route, member, victim.slug, all);
        const told = `${route.method} ${route.path} as ${role}`;
        if (roles.indexOf(role) < roles.indexOf(route.policy.role))
          expect([403, 404], told).toContain(status);
        else expect(status, told).toBeLessThan(400);
      }
    }
  });
});

it("every route answers an agent of another team as about things that are not there, where agents see their own team's", async () => {
  const { agent, vain } = await makeAgentOfOtherTeam(rt, victim, all);
  let refused = 0;
  for (const route of ofMembers) {
    const told = `${route.method} ${route.path}`;
    const [theirs, none] = [
      await call(route, agent, victim.slug, all),
      await call(route, agent, victim.slug, vain),
    ];
    expect(theirs.text, told).not.toContain(canary);
    expect(theirs.status, told).toBe(none.status);
    if (theirs.status === 404) refused += 1;
  }
  expect(refused).toBeGreaterThan(5);
});
