import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { hashPassword } from "better-auth/crypto";
import postgres from "postgres";
import { startTemporaryPostgres } from "#db/embedded.ts";
import type { Role } from "#server/context.ts";
import { createRuntime, type Runtime } from "#server/entry.ts";
import { readEnv } from "#server/env.ts";
import { buildIfNeeded } from "#server/start/build.ts";
import { prepareDatabase } from "#server/start/migrate.ts";
import { makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { freePort, root, run, type Served, serve } from "./processes.ts";

export const secret = "a secret that only the benches know, 32+ characters";

export type Stage = {
  rt: Runtime;
  env: Record<string, string>;
  ownerUrl: string;
  workspace: TestWorkspace;
  close(): Promise<void>;
};

/** A durable PostgreSQL of its own with our schema and one workspace, and a runtime on it. */
export async function setStage(over: Record<string, string> = {}): Promise<Stage> {
  const server = await startTemporaryPostgres({ durable: true });
  await prepareDatabase(server.ownerUrl, "svar");
  const env = {
    DATABASE_URL: server.appUrl,
    SMTP_URL: "smtp://127.0.0.1:1",
    SVAR_SECRET: secret,
    APP_URL: "http://localhost:3000",
    MAIL_IN_DOMAIN: "reply.svar.test",
    LOG_LEVEL: "error",
    ...over,
  };
  const rt = await createRuntime(readEnv({ ...env, NODE_ENV: "production" }), server.appUrl);
  return {
    rt,
    env,
    // Benches fill tables in ways that only the superuser may.
    ownerUrl: server.adminUrl,
    workspace: await makeWorkspace(rt, "Bench"),
    async close() {
      await rt.close();
      await server.stop();
    },
  };
}

/** Invites `count` contacts by SQL. Returns the number of the first invitation, 1 in a new workspace; the others follow it. */
export async function inviteMany(stage: Stage, count: number): Promise<number> {
  const sql = postgres(stage.ownerUrl, { max: 1, onnotice: () => {} });
  const { id } = stage.workspace;
  const invited = await sql<{ number: number }[]>`
    WITH survey AS (
      INSERT INTO surveys (workspace_id, id, name, created_at, updated_at)
      VALUES (${id}, svar_new_id(), 'Bench', now(), now()) RETURNING id
    ), campaign AS (
      INSERT INTO campaigns (workspace_id, id, survey_id, name, audience, state, created_at)
      SELECT ${id}, svar_new_id(), id, 'Bench', '{"all":true}', 'finished', now() FROM survey RETURNING id, survey_id
    ), people AS (
      INSERT INTO contacts (workspace_id, id, email, email_key, name, source, legal_ground, created_at, updated_at)
      SELECT ${id}, svar_new_id(), 'c' || n || '@customer.example', 'c' || n || '@customer.example', 'Customer ' || n,
        'bench', 'existing_customer', now(), now() FROM generate_series(1, ${count}) n
      RETURNING id
    )
    INSERT INTO invitations (workspace_id, id, campaign_id, survey_id, contact_id, locale, created_at, expires_at, attributes)
    SELECT ${id}, svar_new_id(), campaign.id, campaign.survey_id, people.id, 'en', now(), now() + interval '60 days',
      '{"country":"Sweden","plan":"Business"}' FROM people, campaign RETURNING number`;
  await sql`ANALYZE`;
  await sql.end();
  return invited.reduce((least, { number }) => Math.min(least, Number(number)), Number.POSITIVE_INFINITY);
}

/** Our web process in production mode, at `port` if one is given; at `inspector` somebody may look into it (processes.ts). */
export async function serveOurs(
  stage: Stage,
  { inspector, port: given }: { inspector?: number; port?: number } = {},
): Promise<Served & { url: string }> {
  await buildIfNeeded((_part, text) => console.error(text));
  const port = given ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const env = { ...stage.env, PORT: `${port}`, HOST: "127.0.0.1" };
  const watched = inspector === undefined ? [] : [`--inspect=127.0.0.1:${inspector}`];
  const program = [
    process.execPath,
    ...watched,
    "--import",
    "./server/start/preload.ts",
    "server/start/web.ts",
  ];
  return { url, ...(await serve(program, env, `${url}/api/health`)) };
}

/** A bare Next.js application with two route handlers, in production mode. */
export async function serveReference(env: Record<string, string>): Promise<Served & { url: string }> {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const folder = join(root, "bench", "reference");
  await run([process.execPath, next, "build"], env, folder);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = [process.execPath, next, "start", "-p", `${port}`, "-H", "127.0.0.1"];
  return { url, ...(await serve(program, env, `${url}/page`, folder)) };
}

/** Signs a new member of the workspace in. Returns the cookies of the session. */
export async function signIn(
  { env, ownerUrl, workspace }: Stage,
  url: string,
  role: Role = "viewer",
): Promise<string> {
  const email = `${randomUUID()}@bench.example`;
  const person = { name: "Maja Berg", email, password: "a password for the bench" };
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const id = randomUUID();
  const hash = await hashPassword(person.password);
  await owner`
    INSERT INTO users (id, name, email, created_at, updated_at) VALUES (${id}, ${person.name}, ${email}, now(), now())`;
  await owner`
    INSERT INTO credentials (id, account_id, provider_id, user_id, password, created_at, updated_at)
    VALUES (${id}, ${id}, 'credential', ${id}, ${hash}, now(), now())`;
  await owner`
    INSERT INTO members (workspace_id, user_id, role, created_at)
    VALUES (${workspace.id}, ${id}, ${role}::member_role, now())`;
  await owner.end();
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: env.APP_URL! },
    body: JSON.stringify({ email, password: person.password }),
  });
  if (!response.ok) throw new Error(`nobody could sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
}
