import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { createRuntime, type Runtime } from "#server/entry.ts";
import { readEnv } from "#server/env.ts";

export const testSecret = "a secret that only the tests know, 32+ characters";

/** The moment every test begins at, unless it says otherwise: a Monday morning, UTC. */
export const testNow = new Date("2026-11-23T09:00:00Z");

/** The same server's address with another database. */
export const withDatabase = (url: string, name: string) =>
  Object.assign(new URL(url), { pathname: `/${name}` }).toString();

/**
 * A runtime on a database of its own, cloned from the migrated template and dropped after the file's
 * tests. `clock.now` is the runtime's clock: set it to travel.
 */
export async function testRuntime(): Promise<
  Runtime & { setNow(now: Date): void; ownerUrl: string; url: string }
> {
  const { ownerUrl, appUrl } = inject("postgres");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const owner = postgres(withDatabase(ownerUrl, "postgres"), { max: 1, onnotice: () => {} });
  await owner`CREATE DATABASE ${owner(name)} TEMPLATE svar_template`;

  let now = testNow;
  const settings = readEnv({
    NODE_ENV: "test",
    DATABASE_URL: withDatabase(appUrl, name),
    SMTP_URL: "smtp://127.0.0.1:1",
    SVAR_SECRET: testSecret,
    LOG_LEVEL: "silent",
    MAIL_IN_DOMAIN: "reply.svar.test",
    APP_URL: "http://localhost:3000",
    DATABASE_POOL: "8",
  });
  const rt = await createRuntime(settings, withDatabase(appUrl, name), () => now);

  afterAll(async () => {
    await rt.close();
    await owner`DROP DATABASE IF EXISTS ${owner(name)} WITH (FORCE)`;
    await owner.end();
  });
  return Object.assign(rt, {
    ownerUrl: withDatabase(ownerUrl, name),
    url: withDatabase(appUrl, name),
    setNow(moment: Date) {
      now = moment;
    },
  });
}
