import { sql } from "drizzle-orm";
import postgres from "postgres";
import { createCampaign } from "#server/campaign/create.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { asSystem } from "#server/entry.ts";
import { makeSurvey } from "#server/test/factories.ts";
import { median, type Result, rounded } from "./report.ts";
import { inviteMany, type Stage, setStage } from "./stage.ts";

const contacts = 100_000;
const rounds = 3;
const target = 4;

/**
 * P5: seconds in which a campaign for 100,000 contacts is started, every rule of who is asked included, with its
 * invitations, exclusions, mails and their events in one transaction, against one INSERT … SELECT that puts the same
 * rows of the outbox, and nothing else, into the outbox again.
 */
export async function start(): Promise<Result> {
  const stage = await setStage();
  await inviteMany(stage, contacts);
  await prepare(stage);
  const ours: number[] = [];
  const reference: number[] = [];
  let invited = 0;
  for (let round = 0; round < rounds; round++) {
    const started = await startOurs(stage);
    invited = started.invited;
    ours.push(started.seconds);
    reference.push(await copyMails(stage, started.id));
    await forget(stage, started.id);
  }
  await stage.close();
  const ratio = rounded(median(ours) / median(reference));
  return {
    name: "start",
    ours: rounded(median(ours)),
    reference: rounded(median(reference)),
    ratio,
    target,
    ok: ratio <= target,
    contacts,
    invited,
  };
}

/** Of the contacts 5 % were asked yesterday, 2 % are on the suppression list and 1 % have no address. */
async function prepare(stage: Stage): Promise<void> {
  await asSystem(stage.rt, stage.workspace.id, "bench", async (ctx) => {
    await ctx.db.execute(sql`SELECT set_config('statement_timeout', '600s', true)`);
    await ctx.db.execute(sql`UPDATE contacts SET address_hash = sha256(email_key::bytea), locale = 'en'`);
    await ctx.db.execute(sql`UPDATE contacts SET email_key = NULL WHERE email LIKE 'c%99@%'`);
    await ctx.db.execute(sql`
      UPDATE invitations SET sent_at = now() - CASE WHEN number % 20 = 0 THEN interval '1 day' ELSE interval '1 year' END,
        created_at = now() - interval '1 year'`);
    await ctx.db.execute(sql`
      INSERT INTO suppressions (workspace_id, address_hash, reason, source, created_at)
      SELECT workspace_id, address_hash, 'opted_out', 'bench', now() FROM contacts
      WHERE email LIKE 'c%01@%' OR email LIKE 'c%02@%'`);
  });
  await asOwner(stage, async (owner) => {
    await owner`VACUUM ANALYZE`;
  });
}

async function startOurs(stage: Stage) {
  const campaign = await asSystem(stage.rt, stage.workspace.id, "bench", async (ctx) => {
    const survey = await makeSurvey(ctx, { touchpoint: "delivery" });
    return createCampaign(ctx, { name: "Bench", surveyId: survey.id, audience: { all: true } });
  });
  const began = performance.now();
  const { id, invited } = await asSystem(stage.rt, stage.workspace.id, "bench", (ctx) =>
    startCampaign(ctx, { id: campaign.id }),
  );
  return { id, invited, seconds: (performance.now() - began) / 1000 };
}

function copyMails(stage: Stage, campaignId: string): Promise<number> {
  return asOwner(stage, async (owner) => {
    const columns = await owner<{ name: string }[]>`SELECT attname AS name FROM pg_attribute
      WHERE attrelid = 'outbound_mails'::regclass AND attnum > 0 AND attidentity = '' AND NOT attisdropped`;
    const names = owner(columns.map(({ name }) => name));
    await owner`CREATE TEMP TABLE copied AS SELECT ${names} FROM outbound_mails WHERE campaign_id = ${campaignId}`;
    await owner`DELETE FROM outbound_mails WHERE campaign_id = ${campaignId}`;
    await owner`VACUUM ANALYZE outbound_mails, mail_events, copied`;
    const began = performance.now();
    await owner`INSERT INTO outbound_mails (${names}) SELECT ${names} FROM copied`;
    return (performance.now() - began) / 1000;
  });
}

async function forget(stage: Stage, campaignId: string): Promise<void> {
  await asOwner(stage, async (owner) => {
    await owner`DELETE FROM campaigns WHERE id = ${campaignId}`;
    await owner`VACUUM ANALYZE`;
  });
}

async function asOwner<Out>(stage: Stage, work: (owner: postgres.Sql) => Promise<Out>): Promise<Out> {
  const owner = postgres(stage.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
