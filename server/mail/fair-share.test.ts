import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeCampaign, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { claimDue } from "./claim.ts";
import { keepDomainLimits } from "./domain-limits.ts";
import { enqueueMail } from "./enqueue.ts";
import { easeDomains, pauseDomain } from "./pause-domain.ts";

const rt = await testRuntime();
const db = rt.connection.db;
const owner = postgres(rt.ownerUrl, { max: 1, onnotice: () => {} });
afterAll(() => owner.end());

/** A running campaign with `count` mails to addresses at `domain`. */
async function campaignOf(workspace: TestWorkspace, count: number, domain: string): Promise<void> {
  const campaign = await workspace.run(async (ctx) => makeCampaign(ctx, (await makeSurvey(ctx)).id));
  await owner`
    INSERT INTO outbound_mails (workspace_id, id, kind, priority, dedupe_key, message_id, to_address, to_domain,
      campaign_id, next_attempt_at, created_at)
    SELECT ${workspace.id}, id, 'invitation', 100, id, '<' || id || '@svar.test>', 'c' || n || '@' || ${domain}::text,
      ${domain}, ${campaign.id}, ${testNow}, ${testNow}
    FROM (SELECT svar_new_id() AS id, n FROM generate_series(1, ${count}) n) AS ids`;
}

const reply = (workspace: TestWorkspace, kind: "case_reply" | "password_reset", toAddress: string) =>
  workspace.run((ctx) => enqueueMail(ctx, { kind, toAddress, dedupeKey: `${kind} ${toAddress}` }));

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const claim = async (limit: number, at: Date, urgentOnly = false) =>
  (await claimDue(db, { limit, at, urgentOnly })).mails;

describe("a campaign of 50,000", () => {
  it("lets a sign-in mail and a case reply of others pass, and stays quick to claim from", async () => {
    const [large, small] = [await makeWorkspace(rt, "Large"), await makeWorkspace(rt, "Small")];
    await campaignOf(large, 50_000, "large.example");
    await owner`ANALYZE outbound_mails`;
    await claim(250, testNow);
    await reply(small, "case_reply", "asa@small.example");
    await reply(small, "password_reset", "bo@small.example");
    const began = performance.now();
    const mails = await claim(50, testNow);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(mails.slice(0, 2).map(({ kind }) => kind)).toEqual(["password_reset", "case_reply"]);
    expect(mails).toHaveLength(50);
    await reply(small, "case_reply", "cilla@small.example");
    expect((await claim(50, testNow, true)).map(({ toAddress }) => toAddress)).toEqual([
      "cilla@small.example",
    ]);
    expect(await claim(50, testNow, true)).toEqual([]);
  });

  it("takes turns among workspaces that reply to many at once", async () => {
    const [many, few] = [await makeWorkspace(rt, "Many"), await makeWorkspace(rt, "Few")];
    for (let n = 0; n < 30; n++) await reply(many, "case_reply", `c${n}@many.example`);
    await reply(few, "case_reply", "asa@few.example");
    const mails = await claim(4, testNow, true);
    expect(mails.map(({ toAddress }) => toAddress)).toContain("asa@few.example");
    await claim(100, testNow, true);
  });
});

describe("a receiving domain that asks for patience", () => {
  it("gets nothing for a minute while others do, then little from all workers together, then as before", async () => {
    await owner`UPDATE campaigns SET state = 'finished'`;
    const workspace = await makeWorkspace(rt);
    await campaignOf(workspace, 400, "slow.example");
    await campaignOf(workspace, 5, "quick.example");
    const domains = async (limit: number, at: Date) => (await claim(limit, at)).map((mail) => mail.toDomain);
    await Promise.all([
      pauseDomain(db, "slow.example", "421 4.7.0 too many, told to anna@x.example", testNow),
      pauseDomain(db, "slow.example", "421 4.7.0 too many", testNow),
    ]);
    expect(new Set(await domains(100, later(30)))).toEqual(new Set(["quick.example"]));
    const [noted] = await owner`SELECT strikes, reason FROM mail_domains`;
    expect(noted).toEqual({ strikes: 1, reason: "421 4.7.0" });

    const both = await Promise.all([domains(100, later(61)), domains(100, later(61))]);
    expect(both.flat()).toHaveLength(10);
    expect(await domains(100, later(62))).toEqual([]);
    await owner`UPDATE outbound_mails SET state = 'sent' WHERE state = 'sending'`;
    expect(await domains(100, later(63))).toHaveLength(10);

    await pauseDomain(db, "slow.example", "450 4.7.1 still", later(64));
    expect(await domains(100, later(64 + 119))).toEqual([]);
    await owner`UPDATE outbound_mails SET state = 'sent' WHERE state = 'sending'`;
    expect(await domains(100, later(64 + 121))).toHaveLength(5);
    await easeDomains(db, later(1_000));
    await easeDomains(db, later(2_000));
    expect(await owner`SELECT FROM mail_domains`).toHaveLength(0);
    expect(await domains(100, later(2_001))).toHaveLength(100);
  });

  it("keeps to its messages a minute", async () => {
    await owner`UPDATE campaigns SET state = 'finished'`;
    const workspace = await makeWorkspace(rt);
    await campaignOf(workspace, 100, "counted.example");
    await pauseDomain(db, "counted.example", "421", testNow);
    await owner`UPDATE mail_domains SET concurrency = 1000, per_minute = 12 WHERE domain = 'counted.example'`;
    expect(await claim(8, later(61))).toHaveLength(8);
    expect(await claim(8, later(62))).toHaveLength(4);
    expect(await claim(8, later(63))).toEqual([]);
    expect(await claim(100, later(122))).toHaveLength(12);
    await owner`DELETE FROM mail_domains`;
  });
});

describe("a receiving domain that the operator limits", () => {
  const limited = { domain: "large.example", concurrency: 4, perMinute: 1000 };
  const room = async () => (await owner`SELECT concurrency, strikes FROM mail_domains`)[0];

  it("gets that many at once from all workers together, and others what they can take", async () => {
    await owner`UPDATE campaigns SET state = 'finished'`;
    const workspace = await makeWorkspace(rt);
    await campaignOf(workspace, 100, "large.example");
    await campaignOf(workspace, 5, "quick.example");
    await keepDomainLimits(db, [limited]);
    const taken = (await Promise.all([claim(100, later(1)), claim(100, later(1))])).flat();
    const byDomain = Map.groupBy(taken, (mail) => mail.toDomain);
    expect([byDomain.get("large.example")?.length, byDomain.get("quick.example")?.length]).toEqual([4, 5]);
  });

  it("gets less after it asked for patience, and its limit again in peace, never more", async () => {
    await pauseDomain(db, "large.example", "421", testNow);
    expect(await room()).toEqual({ concurrency: 2, strikes: 1 });
    await keepDomainLimits(db, [{ ...limited, concurrency: 8 }]);
    expect(await room()).toEqual({ concurrency: 2, strikes: 1 });
    await easeDomains(db, later(1_000));
    expect(await room()).toEqual({ concurrency: 4, strikes: 0 });
    await keepDomainLimits(db, [limited]);
    await easeDomains(db, later(2_000));
    expect(await room()).toEqual({ concurrency: 4, strikes: 0 });
    await keepDomainLimits(db, []);
    expect(await room()).toBeUndefined();
  });
});

describe("the events of mails", () => {
  it("cannot be changed or removed by the application", async () => {
    const workspace = await makeWorkspace(rt);
    await reply(workspace, "case_reply", "asa@x.example");
    for (const statement of ["UPDATE mail_events SET detail = 'x'", "DELETE FROM mail_events"]) {
      await expect(workspace.run((ctx) => ctx.db.execute(statement))).rejects.toMatchObject({
        cause: expect.objectContaining({ code: "42501" }),
      });
    }
  });
});
