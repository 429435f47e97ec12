import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { campaigns, invitations, mailEvents, outboundMails, suppressions } from "#db/schema/index.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import {
  makeCampaign as makeCampaignRow,
  makeContact,
  makeSurvey,
  makeWorkspace,
  type TestWorkspace,
} from "#server/test/factories.ts";
import { claimDue, leaseSeconds } from "./claim.ts";
import { enqueueMail } from "./enqueue.ts";
import { markDataStarted, releaseLease, renewLease } from "./lease.ts";
import { reclaimExpired } from "./reclaim.ts";
import { askedMeanwhile, type Outcome } from "./rules.ts";
import { settleMails } from "./settle.ts";
import { cancelMails, recallMails } from "./withdraw.ts";

const rt = await testRuntime();
const db = rt.connection.db;

type CampaignState = (typeof campaigns.$inferSelect)["state"];
type Over = Partial<typeof campaigns.$inferInsert>;

function makeCampaign(workspace: TestWorkspace, mails: number, over: Over = {}): Promise<string> {
  return workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    const campaign = {
      id: newId(),
      name: "Autumn",
      audience: { all: true } as const,
      state: "running" as const,
    };
    const { workspaceId, now } = ctx;
    await ctx.db
      .insert(campaigns)
      .values({ workspaceId, ...campaign, surveyId: survey.id, createdAt: now, ...over });
    for (let n = 0; n < mails; n++) {
      const dedupeKey = `invitation:${campaign.id}:${n}`;
      await enqueueMail(ctx, {
        kind: "invitation",
        toAddress: `c${n}@x.example`,
        dedupeKey,
        campaignId: campaign.id,
      });
    }
    return campaign.id;
  });
}

const mailsOf = (workspace: TestWorkspace) =>
  workspace.run((ctx) =>
    ctx.db.select().from(outboundMails).where(eq(outboundMails.workspaceId, ctx.workspaceId)),
  );

const sent: Outcome = { state: "sent", status: 250, text: "250 ok" };
const later: Outcome = { state: "deferred", again: 120, doubt: false, status: 451, text: "451 later" };
const doubt: Outcome = { state: "deferred", again: 5, doubt: true, status: null, text: "connection lost" };
const refused: Outcome = { state: "failed", status: 550, text: "550 no" };

/** A worker's hold on one mail. `stale`: its lease has run out, though it may not know. */
type Hold = { token: string; id: string; until: number; begun: boolean; stale: boolean };

/** A campaign of three mails, its workers and the mail server: what a test does to them, and what must hold. */
class World {
  readonly workspace: TestWorkspace;
  readonly campaignId: string;
  now = testNow;
  state: CampaignState = "running";
  holds: Hold[] = [];
  /** How often the server has taken a mail, and how often nobody knew whether it had. */
  readonly taken = new Map<string, number>();
  readonly doubts = new Map<string, number>();

  constructor(workspace: TestWorkspace, campaignId: string) {
    this.workspace = workspace;
    this.campaignId = campaignId;
  }

  wait(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000);
    rt.setNow(this.now);
  }

  async claim(limit: number): Promise<void> {
    await reclaimExpired(db, this.now);
    for (const hold of this.holds.filter((it) => !it.stale && it.until < this.now.getTime())) {
      hold.stale = true;
      if (hold.begun) bump(this.doubts, hold.id);
    }
    const { token, mails } = await claimDue(db, { limit, at: this.now });
    if (mails.length > 0) expect(this.state).toBe("running");
    const until = this.now.getTime() + leaseSeconds * 1000;
    this.holds.push(...mails.map(({ id }) => ({ token, id, until, begun: false, stale: false })));
  }

  async begin(hold: Hold): Promise<void> {
    const ours = await markDataStarted(db, hold.token, [this.#key(hold)], this.now);
    if (!ours.has(hold.id)) return this.#forget(hold);
    expect(this.state).toBe("running");
    expect(this.holds.filter((it) => it.id === hold.id && it.begun && !it.stale)).toEqual([]);
    hold.begun = true;
  }

  /** The server takes the mail or not; its worker learns `outcome`, or nothing. */
  async answer(hold: Hold, outcome: Outcome): Promise<void> {
    this.#forget(hold);
    if (outcome === sent || outcome === doubt) bump(this.taken, hold.id);
    if (outcome === doubt && !hold.stale) bump(this.doubts, hold.id);
    await this.workspace.run((ctx) => settleMails(ctx, hold.token, [{ id: hold.id, outcome }], this.now));
  }

  async renew(hold: Hold): Promise<void> {
    const ours = await renewLease(db, hold.token, [this.#key(hold)], this.now);
    if (ours.has(hold.id)) hold.until = this.now.getTime() + leaseSeconds * 1000;
  }

  async release(hold: Hold): Promise<void> {
    await releaseLease(db, hold.token, [this.#key(hold)], this.now);
    this.#forget(hold);
  }

  crash(taken: boolean): void {
    for (const hold of this.holds.splice(0)) {
      if (!hold.begun) continue;
      if (!hold.stale) bump(this.doubts, hold.id);
      if (taken) bump(this.taken, hold.id);
    }
  }

  async become(state: CampaignState, consequence?: typeof cancelMails | typeof recallMails): Promise<void> {
    if (this.state === "cancelled") return;
    this.state = state;
    await this.workspace.run(async (ctx) => {
      await ctx.db.update(campaigns).set({ state }).where(eq(campaigns.id, this.campaignId));
      await consequence?.(ctx, this.campaignId);
    });
  }

  /** All workers gone, then one that works without trouble until nothing is left. */
  async drain(): Promise<void> {
    this.crash(false);
    await this.become("running");
    for (let round = 0; round < 4; round++) {
      this.wait(3600);
      await this.claim(10);
      for (const hold of [...this.holds]) {
        await this.begin(hold);
        if (hold.begun) await this.answer(hold, sent);
      }
    }
  }

  #key = ({ id }: Hold) => ({ workspaceId: this.workspace.id, id });

  #forget(hold: Hold): void {
    this.holds = this.holds.filter((it) => it !== hold);
  }
}

const bump = (map: Map<string, number>, id: string) => map.set(id, (map.get(id) ?? 0) + 1);

type Step = { name: string; run(world: World): void | Promise<void> };

const step = (name: string, run: Step["run"]): Step => ({ name, run });
const onHold = (name: string, begun: boolean | null, run: (world: World, hold: Hold) => Promise<void>) =>
  fc.nat({ max: 5 }).map((n) =>
    step(`${name} #${n}`, (world) => {
      const fitting = world.holds.filter((hold) => begun === null || hold.begun === begun);
      const hold = fitting[n % Math.max(1, fitting.length)];
      return hold ? run(world, hold) : undefined;
    }),
  );

const steps = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.integer({ min: 1, max: 3 }).map((n) => step(`claim ${n}`, (world) => world.claim(n))),
  },
  { weight: 20, arbitrary: onHold("begin", false, (world, hold) => world.begin(hold)) },
  { weight: 8, arbitrary: onHold("sent", true, (world, hold) => world.answer(hold, sent)) },
  { weight: 4, arbitrary: onHold("4xx", true, (world, hold) => world.answer(hold, later)) },
  { weight: 4, arbitrary: onHold("5xx", false, (world, hold) => world.answer(hold, refused)) },
  { weight: 4, arbitrary: onHold("250 lost", true, (world, hold) => world.answer(hold, doubt)) },
  { weight: 5, arbitrary: onHold("renew", null, (world, hold) => world.renew(hold)) },
  { weight: 3, arbitrary: onHold("release", false, (world, hold) => world.release(hold)) },
  {
    weight: 4,
    arbitrary: fc.boolean().map((taken) => step(`crash ${taken}`, (world) => world.crash(taken))),
  },
  {
    weight: 10,
    arbitrary: fc.constantFrom(1, 30, 61, 200).map((s) => step(`wait ${s} s`, (world) => world.wait(s))),
  },
  { weight: 4, arbitrary: fc.constant(step("pause", (world) => world.become("paused", recallMails))) },
  { weight: 8, arbitrary: fc.constant(step("resume", (world) => world.become("running"))) },
  { weight: 1, arbitrary: fc.constant(step("cancel", (world) => world.become("cancelled", cancelMails))) },
);

const told = fc.array(steps, { minLength: 5, maxLength: 40 });

describe("the outbox, whatever happens in whatever order", () => {
  it("loses nothing, sends twice only what was in doubt, and obeys a pause or cancel at once", async () => {
    await fc.assert(
      fc.asyncProperty(told, async (story) => {
        rt.setNow(testNow);
        const workspace = await makeWorkspace(rt);
        const world = new World(workspace, await makeCampaign(workspace, 3));
        for (const { run } of story) await run(world);
        await world.drain();

        for (const mail of await mailsOf(workspace)) {
          const taken = world.taken.get(mail.id) ?? 0;
          expect(["sent", "failed", "cancelled", "in_doubt"]).toContain(mail.state);
          if (mail.state === "sent") expect(taken).toBeGreaterThan(0);
          if (mail.state === "cancelled") expect(world.state).toBe("cancelled");
          expect(taken).toBeLessThanOrEqual(1 + (world.doubts.get(mail.id) ?? 0));
          expect(taken).toBeLessThanOrEqual(2);
        }
        expect(await mailsWithoutTheirEvent(workspace)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe("a claim", () => {
  it("gives each mail to one of two workers that ask at once", async () => {
    rt.setNow(testNow);
    const workspace = await makeWorkspace(rt);
    await makeCampaign(workspace, 40);
    const claims = await Promise.all(
      Array.from({ length: 6 }, () => claimDue(db, { limit: 10, at: testNow })),
    );
    const ids = claims.flatMap(({ mails }) => mails.map((mail) => mail.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(10);
  });

  it("lets a person's mail go before surveys, and shares the rest among workspaces", async () => {
    const [large, small] = [await makeWorkspace(rt, "Large"), await makeWorkspace(rt, "Small")];
    const at = new Date(testNow.getTime() + 86_400_000);
    rt.setNow(at);
    await drainAll(at);
    await makeCampaign(large, 30);
    await makeCampaign(small, 2);
    await small.run((ctx) =>
      enqueueMail(ctx, { kind: "case_reply", toAddress: "a@x.example", dedupeKey: "reply" }),
    );
    const { mails } = await claimDue(db, { limit: 9, at });
    expect(mails[0]?.kind).toBe("case_reply");
    expect(mails.filter((mail) => mail.workspaceId === small.id)).toHaveLength(3);
    expect(mails.filter((mail) => mail.workspaceId === large.id)).toHaveLength(4);
  });

  it("leaves alone what is outside the campaign's sending hours, on the workspace's clock", async () => {
    const workspace = await makeWorkspace(rt);
    const monday = new Date("2026-11-30T00:00:00Z");
    rt.setNow(monday);
    await drainAll(monday);
    const hours = { days: [1, 2, 3, 4, 5], from: 8, to: 11 };
    await makeCampaign(workspace, 1, { sendingHours: hours });
    const claimedAt = async (time: string) =>
      (await claimDue(db, { limit: 5, at: new Date(time) })).mails.length;
    expect(await claimedAt("2026-11-30T06:59:59Z")).toBe(0);
    expect(await claimedAt("2026-11-30T10:00:00Z")).toBe(0);
    expect(await claimedAt("2026-12-05T08:00:00Z")).toBe(0);
    expect(await claimedAt("2026-11-30T07:00:00Z")).toBe(1);
  });

  it("does not ask somebody whom another campaign asked in the meantime, when the gap says so", async () => {
    const at = new Date("2026-12-09T09:00:00Z");
    const asked = async (daysAgo: number) => {
      const workspace = await makeWorkspace(rt);
      rt.setNow(at);
      await workspace.run(async (ctx) => {
        const survey = await makeSurvey(ctx);
        const contact = await makeContact(rt, ctx, "Anna Lind");
        const [earlier, now] = [await makeCampaignRow(ctx, survey.id), await makeCampaignRow(ctx, survey.id)];
        const base = {
          workspaceId: ctx.workspaceId,
          surveyId: survey.id,
          contactId: contact.id,
          locale: "en",
        };
        const mine = newId();
        await ctx.db.insert(invitations).values([
          {
            ...{ ...base, id: newId(), campaignId: earlier.id },
            sentAt: new Date(at.getTime() - daysAgo * 86_400_000),
            createdAt: at,
            expiresAt: at,
          },
          { ...base, id: mine, campaignId: now.id, createdAt: at, expiresAt: at },
        ]);
        await enqueueMail(ctx, {
          kind: "invitation",
          toAddress: contact.email!,
          dedupeKey: `invitation:${now.id}`,
          campaignId: now.id,
        });
        await ctx.db
          .update(outboundMails)
          .set({ invitationId: mine })
          .where(eq(outboundMails.campaignId, now.id));
      });
      await claimDue(db, { limit: 50, at });
      return (await mailsOf(workspace)).map(({ state, lastText }) => [state, lastText]);
    };
    expect(await asked(29)).toEqual([["suppressed", askedMeanwhile]]);
    expect(await asked(31)).toEqual([["sending", null]]);
  });

  it("does not send to an address that was suppressed after the campaign began", async () => {
    const workspace = await makeWorkspace(rt);
    const at = new Date("2026-12-08T09:00:00Z");
    rt.setNow(at);
    await makeCampaign(workspace, 2);
    const addressHash = rt.tokens.hashAddress(workspace.id, "c0@x.example");
    await workspace.run(async (ctx) => {
      await ctx.db
        .update(outboundMails)
        .set({ addressHash })
        .where(eq(outboundMails.toAddress, "c0@x.example"));
      const { workspaceId, now } = ctx;
      await ctx.db
        .insert(suppressions)
        .values({ workspaceId, addressHash, reason: "opted_out", source: "link", createdAt: now });
    });
    const { mails } = await claimDue(db, { limit: 10, at });
    expect(mails.filter((mail) => mail.workspaceId === workspace.id).map((mail) => mail.toAddress)).toEqual([
      "c1@x.example",
    ]);
    const states = (await mailsOf(workspace)).map((mail) => mail.state);
    expect(states.sort()).toEqual(["sending", "suppressed"]);
    expect(await mailsWithoutTheirEvent(workspace)).toEqual([]);
  });
});

describe("settling", () => {
  it("does not reach another workspace's mail", async () => {
    const [mine, other] = [await makeWorkspace(rt, "Mine"), await makeWorkspace(rt, "Other")];
    const at = new Date("2026-12-15T09:00:00Z");
    rt.setNow(at);
    await drainAll(at);
    await makeCampaign(mine, 1);
    const { token, mails } = await claimDue(db, { limit: 10, at });
    const settlement = [{ id: mails[0]!.id, outcome: sent }];
    expect(await other.run((ctx) => settleMails(ctx, token, settlement))).toEqual([]);
    expect(await mine.run((ctx) => settleMails(ctx, token, settlement))).toHaveLength(1);
    expect(await mine.run((ctx) => settleMails(ctx, token, settlement))).toEqual([]);
  });

  it("believes a worker that was only slow when it says sent, and nobody who lost the mail to another", async () => {
    const workspace = await makeWorkspace(rt);
    const at = new Date("2026-12-22T09:00:00Z");
    const after = new Date(at.getTime() + 120_000);
    rt.setNow(at);
    await drainAll(at);
    await makeCampaign(workspace, 2);
    const slow = await claimDue(db, { limit: 10, at });
    await markDataStarted(db, slow.token, slow.mails, at);
    await reclaimExpired(db, after);
    const [first, second] = slow.mails.map(({ id }) => id);
    const settle = (token: string, id: string, outcome: Outcome) =>
      workspace.run((ctx) => settleMails(ctx, token, [{ id, outcome }], after));
    expect(await settle(slow.token, first!, refused)).toEqual([]);
    expect(await settle(slow.token, first!, sent)).toMatchObject([{ id: first, state: "sent" }]);
    const next = await claimDue(db, { limit: 500, at: after });
    const mine = next.mails.filter((mail) => mail.workspaceId === workspace.id);
    expect(mine.map(({ id }) => id)).toEqual([second]);
    expect(await settle(slow.token, second!, sent)).toEqual([]);
    expect(await settle(next.token, second!, sent)).toHaveLength(1);
  });
});

describe("the last look before a message is begun", () => {
  it("stops what was claimed in the very moment of a pause, and cancels it when the campaign was", async () => {
    const workspace = await makeWorkspace(rt);
    const at = new Date("2026-12-29T09:00:00Z");
    rt.setNow(at);
    await drainAll(at);
    const campaignId = await makeCampaign(workspace, 1);
    const { token, mails } = await claimDue(db, { limit: 10, at });
    await workspace.run((ctx) =>
      ctx.db.update(campaigns).set({ state: "cancelled" }).where(eq(campaigns.id, campaignId)),
    );
    expect(await markDataStarted(db, token, mails, at)).toEqual(new Set());
    await releaseLease(db, token, mails, at);
    expect((await mailsOf(workspace)).map((mail) => mail.state)).toEqual(["cancelled"]);
  });
});

async function drainAll(at: Date): Promise<void> {
  while ((await claimDue(db, { limit: 500, at })).mails.length > 0);
}

/** Mails whose last event is not their state. */
function mailsWithoutTheirEvent(workspace: TestWorkspace) {
  const lastEvent = sql`(SELECT e.state FROM ${mailEvents} e
    WHERE e.workspace_id = ${workspace.id} AND e.mail_id = ${outboundMails.id} ORDER BY e.id DESC LIMIT 1)`;
  return workspace.run((ctx) =>
    ctx.db
      .select({ id: outboundMails.id, state: outboundMails.state })
      .from(outboundMails)
      .where(
        and(
          eq(outboundMails.workspaceId, workspace.id),
          sql`${outboundMails.state} IS DISTINCT FROM ${lastEvent}`,
        ),
      ),
  );
}
