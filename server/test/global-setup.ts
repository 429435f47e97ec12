import postgres from "postgres";
import type { TestProject } from "vitest/node";
import type { DatabaseUrls } from "#db/embedded/access.ts";
import { startTemporaryPostgres } from "#db/embedded.ts";
import { prepareDatabase } from "#server/start/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** `ownerUrl` is the superuser's here: tests look at everything. */
    postgres: DatabaseUrls;
  }
}

/** One PostgreSQL for the whole run, with the migrated database `svar_template` that each test file clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTemporaryPostgres();
  const template = "svar_template";
  const owner = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
  await owner`CREATE DATABASE ${owner(template)} OWNER svar_owner`;
  await prepareDatabase(new URL(`/${template}`, server.ownerUrl).toString(), "svar");
  await owner`ALTER DATABASE ${owner(template)} ALLOW_CONNECTIONS false`;
  await owner.end();
  project.provide("postgres", { ownerUrl: server.adminUrl, appUrl: server.appUrl });
  return () => server.stop();
}
