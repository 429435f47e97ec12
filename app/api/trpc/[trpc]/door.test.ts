import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { mostBatched } from "#app/_trpc/most-batched.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { signIn } from "#server/test/session.ts";
import { GET, POST } from "./route.ts";

const rt = await testRuntime();
Object.assign(globalThis, { svarRuntime: Promise.resolve(rt) });
const { slug, owner, run } = await makeWorkspace(rt);
const cookie = await signIn(rt, owner);

async function send(path: string, init: { body?: BodyInit; type?: string; method?: string } = {}) {
  const { body, type = "application/json", method = body === undefined ? "GET" : "POST" } = init;
  const request = new NextRequest(`http://localhost:3000/api/trpc/${path}`, {
    method,
    headers: { cookie, ...(body !== undefined && { "content-type": type }) },
    ...(body !== undefined && { body }),
  });
  const answer = await (method === "GET" ? GET : POST)(request, {});
  return { status: answer.status, text: await answer.text() };
}

const input = (value: object) => encodeURIComponent(JSON.stringify(value));
const keys = () => run((ctx) => ctx.db.query.apiKeys.findMany());

it("a GET reaches no mutation, alone or among others", async () => {
  const made = { workspace: slug, name: "CRM" };
  expect((await send(`workspace.createApiKey?input=${input(made)}`)).status).toBe(405);
  for (const paths of ["workspace.mine,workspace.createApiKey", "workspace.createApiKey,workspace.mine"])
    expect((await send(`${paths}?batch=1&input=${input({ 0: made, 1: made })}`)).status).toBe(400);
  const two = "workspace.createApiKey,workspace.createApiKey";
  expect((await send(`${two}?batch=1&input=${input({ 0: made, 1: made })}`)).status).toBe(405);
  expect(await keys()).toEqual([]);
});

it("a form of another site's page, which needs no leave to send one, is not understood", async () => {
  const body = JSON.stringify({ workspace: slug, name: "CRM" });
  for (const type of ["text/plain", "application/x-www-form-urlencoded"])
    expect((await send("workspace.createApiKey", { body, type })).status).toBe(415);
  expect(await keys()).toEqual([]);
});

it("no more is answered at once than our own pages ask", async () => {
  const paths = (count: number) => Array.from({ length: count }, () => "workspace.mine").join(",");
  expect((await send(`${paths(mostBatched)}?batch=1&input=${input({})}`)).status).toBe(200);
  expect((await send(`${paths(mostBatched + 1)}?batch=1&input=${input({})}`)).status).toBe(400);
});

it("a body that is too large or nests too deep is refused before anybody looks at it", async () => {
  const large = JSON.stringify({ workspace: slug, name: "x".repeat(1_000_000) });
  expect((await send("workspace.createApiKey", { body: large })).status).toBe(413);
  const streamed = await send("workspace.createApiKey", { body: new Blob([large]).stream() as never });
  expect(streamed.status).toBe(413);
  const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`;
  expect((await send("workspace.createApiKey", { body: deep })).status).toBe(400);
  const list = { workspace: slug, list: "bo@kund.example\n".repeat(100_000) };
  expect((await send("suppression.import", { body: JSON.stringify(list) })).status).toBe(200);
});

it("an error says nothing of the program, its statements or where it stands", async () => {
  const broken = { ...rt, connection: { ...rt.connection, db: null as never } };
  Object.assign(globalThis, { svarRuntime: Promise.resolve(broken) });
  const { status, text } = await send(`workspace.frame?input=${input({ workspace: slug })}`);
  Object.assign(globalThis, { svarRuntime: Promise.resolve(rt) });
  expect(status).toBe(500);
  expect(text).not.toMatch(/stack|node_modules|\.ts|select|TypeError|null/i);
});
