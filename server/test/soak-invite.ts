import type { Sql } from "postgres";
import { createCampaign } from "#server/campaign/create.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { createRuntime } from "#server/entry.ts";
import { readEnv } from "#server/env.ts";
import { makeSurvey, makeWorkspace } from "./factories.ts";

/** Contacts at this many receiving domains. */
const domains = 40;

/** A workspace with `recipients` contacts, all of whom are being asked. */
export async function inviteForSoak(
  env: Record<string, string> & { DATABASE_URL: string },
  sql: Sql,
  recipients: number,
): Promise<void> {
  const rt = await createRuntime(readEnv({ ...env, LOG_LEVEL: "silent" }), env.DATABASE_URL);
  try {
    const workspace = await makeWorkspace(rt, "Soak");
    await sql`
      INSERT INTO contacts (workspace_id, id, name, email, email_key, address_hash, locale, source, legal_ground,
        created_at, updated_at)
      SELECT ${workspace.id}, svar_new_id(), 'Customer ' || n, address, address, sha256(address::bytea), 'en', 'soak',
        'existing_customer', now(), now()
      FROM generate_series(1, ${recipients}) n,
        LATERAL (SELECT 'c' || n || '@d' || n % ${domains} || '.example' AS address) AS a`;
    const { invited } = await workspace.run(async (ctx) => {
      const survey = await makeSurvey(ctx);
      const { id } = await createCampaign(ctx, {
        name: "Soak",
        surveyId: survey.id,
        audience: { all: true },
      });
      return startCampaign(ctx, { id });
    });
    if (invited !== recipients) throw new Error(`${invited} of ${recipients} were invited`);
  } finally {
    await rt.close();
  }
}
