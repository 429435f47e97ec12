import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { testRuntime } from "#server/test/database.ts";
import { dumpOf } from "#server/test/dump.ts";
import { makeEverything, type Names, ofNothing } from "#server/test/everything.ts";
import { makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { namedBy } from "#server/test/name-inputs.ts";
import { canary } from "#server/test/person.ts";
import { sampleInputs } from "#server/test/sample-inputs.ts";
import { createApiKey } from "#server/workspace/create-api-key.ts";
import { createApi } from "./app.ts";

const rt = await testRuntime();
const api = createApi(rt);
const owner = postgres(rt.ownerUrl, { max: 1 });
afterAll(() => owner.end());

type Described = {
  method: string;
  path: string;
  request?: {
    params?: z.ZodType;
    query?: z.ZodType;
    body?: { content: Record<string, { schema: z.ZodType }> };
  };
};
const described = api.openAPIRegistry.definitions.flatMap((one) =>
  one.type === "route" ? [one.route as unknown as Described] : [],
);
/** Addresses that say what there is, without a key. */
const open = ["/api/v1/openapi.json"];

const victim = await makeWorkspace(rt, "Fjordline");
const thief = await makeWorkspace(rt, "Nordlys");
const twin = await makeWorkspace(rt, "Nordlys");
const nothing = ofNothing();
let all: Names;
beforeAll(async () => {
  all = await makeEverything(rt, victim);
});

const keys = new Map<string, string>();
async function keyOf(workspace: TestWorkspace): Promise<string> {
  const known =
    keys.get(workspace.id) ?? (await workspace.run((ctx) => createApiKey(ctx, { name: "t" }))).key;
  keys.set(workspace.id, known);
  return known;
}

/** What the path's `id` is, by the noun before it. */
const nouns: Record<string, keyof Names> = {
  ...{ cases: "case", contacts: "contact", campaigns: "draftCampaign", responses: "response" },
  ...{ promises: "promise", surveys: "survey" },
};

/** What is sent to a route about the things of `names`: as many requests as there are ways to fill it in. */
function requestsOf(route: Described, names: Names) {
  const noun = route.path.split("/")[1]!;
  const given = namedBy(names, "", `${noun}.${route.method}`);
  const path = route.path.replace(/\{(\w+)\}/g, (_, name) => (name === "id" ? names[nouns[noun]!] : name));
  const schema = route.request?.body?.content["application/json"]?.schema;
  const queries = route.request?.query ? sampleInputs([route.request.query], given) : [{}];
  const bodies = schema ? sampleInputs([schema], given) : [undefined];
  return Array.from({ length: Math.max(queries.length, bodies.length) }, (_, nth) => {
    const query = Object.entries(queries[nth % queries.length]!).map(([name, value]) => [
      name,
      String(value),
    ]);
    const body = bodies[nth % bodies.length];
    return {
      url: `/api/v1${path}?${new URLSearchParams(query)}`,
      ...(body && { body: JSON.stringify(body) }),
    };
  });
}

async function call(route: Described, workspace: TestWorkspace | null, names: Names) {
  const answers: { status: number; text: string }[] = [];
  for (const { url, body } of requestsOf(route, names)) {
    calls += 1;
    const authorization = workspace && `Bearer ${await keyOf(workspace)}`;
    const answer = await api.request(url, {
      method: route.method.toUpperCase(),
      headers: { "content-type": "application/json", ...(authorization && { authorization }) },
      ...(body && { body }),
    });
    answers.push({ status: answer.status, text: await answer.text() });
  }
  return answers;
}

let calls = 0;
afterAll(() => console.info(`${described.length} addresses of the API, ${calls} calls`));

describe("every address of the API", () => {
  it("is behind a key, but what says what there is", async () => {
    const handlers = api.routes.filter(({ method }) => method !== "ALL");
    const paths = new Set(handlers.map(({ path }) => path));
    expect(described.length).toBeGreaterThan(20);
    for (const path of paths) {
      if (open.includes(path)) continue;
      const told = `${path} is described`;
      expect(
        described.map((one) => `/api/v1${one.path.replace(/\{(\w+)\}/g, ":$1")}`),
        told,
      ).toContain(path);
    }
    for (const route of described)
      for (const { status } of await call(route, null, all)) expect(status, route.path).toBe(401);
  });

  it("answers about another workspace's things as about things that are not there, and leaves them alone", async () => {
    const before = await dumpOf(owner, victim.id);
    const unproven: string[] = [];
    for (const route of described) {
      const told = `${route.method} ${route.path}`;
      const stolen = await call(route, thief, all);
      const empty = await call(route, twin, nothing);
      const masked = (answers: typeof empty) =>
        answers.map(({ status, text }) => [status, text.replace(/[\da-f-]{36}/g, "")]);
      expect(masked(stolen), told).toEqual(masked(empty));
      expect(JSON.stringify(stolen), told).not.toContain(canary);
      expect(Math.max(...stolen.map(({ status }) => status)), told).toBeLessThan(500);
      if (route.path.includes("{id}") && !stolen.some(({ status }) => status === 404)) unproven.push(told);
    }
    expect(unproven).toEqual([]);
    expect(await dumpOf(owner, victim.id)).toEqual(before);
  });

  it("reads no body that nests deeper than any of its own, and takes nothing of a prototype", async () => {
    const post = async (body: string) => {
      const headers = {
        authorization: `Bearer ${await keyOf(victim)}`,
        "content-type": "application/json",
      };
      return (await api.request("/api/v1/surveys", { method: "POST", headers, body })).status;
    };
    expect(await post(`${'{"name":'.repeat(5_000)}1${"}".repeat(5_000)}`)).toBe(422);
    const name = "After delivery";
    expect(await post(`{"name":"${name}","__proto__":{"polluted":"yes"}}`)).toBeOneOf([201, 422]);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it("finds the same things for the workspace they are of", async () => {
    for (const route of described) {
      if (!route.path.includes("{id}")) continue;
      const answers = await call(route, victim, all);
      expect(
        answers.map(({ status }) => status),
        `${route.method} ${route.path}`,
      ).not.toContain(404);
    }
  });
});
