import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { contacts, events, exclusions, invitations, outboundMails, workspaces } from "#db/schema/index.ts";
import { cancelCampaign } from "#server/campaign/cancel.ts";
import { createCampaign } from "#server/campaign/create.ts";
import { finishCampaign } from "#server/campaign/finish.ts";
import { pauseCampaign } from "#server/campaign/pause.ts";
import { getCampaign } from "#server/campaign/queries.ts";
import type { Timing } from "#server/campaign/schema.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { updateDraft } from "#server/campaign/update-draft.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { recordEvent } from "./record.ts";
import type { EventInput } from "./schema.ts";

const rt = await testRuntime();
let workspace: TestWorkspace;
beforeEach(async () => {
  rt.setNow(testNow);
  workspace = await makeWorkspace(rt);
});

const delivered: Timing = { kind: "event", type: "order.delivered", delayHours: 24 };
const event = (over: Partial<EventInput> = {}): EventInput => ({
  type: "order.delivered",
  contact: { email: "asa.lind@customer.example" },
  occurredAt: testNow.toISOString(),
  idempotencyKey: `key ${Math.random()}`,
  ...over,
});
const tell = (over: Partial<EventInput> = {}, at = workspace) =>
  at.run((ctx) => recordEvent(ctx, event(over)));

/** A campaign that listens, at any hour. */
async function listening(over: Partial<Parameters<typeof updateDraft>[1]> = {}): Promise<string> {
  return workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx, { kind: "transactional", touchpoint: "delivery" });
    const { id } = await createCampaign(ctx, { name: "After delivery", surveyId: survey.id });
    await updateDraft(ctx, { id, timing: delivered, sendingHours: null, ...over });
    await startCampaign(ctx, { id });
    return id;
  });
}

const ledger = (campaignId: string) =>
  workspace.run(async (ctx) => ({
    asked: await ctx.db.select().from(invitations).where(eq(invitations.campaignId, campaignId)),
    mails: await ctx.db.select().from(outboundMails).where(eq(outboundMails.campaignId, campaignId)),
    left: await ctx.db.select().from(exclusions).where(eq(exclusions.campaignId, campaignId)),
  }));

const hours = (n: number) => new Date(testNow.getTime() + n * 3_600_000);

describe("an event", () => {
  it("makes its customer known and asks about it after the campaign's delay, with what the event says frozen", async () => {
    const campaignId = await listening();
    const told = await tell({
      contact: {
        email: "Asa.Lind@customer.example",
        name: "Asa Lind",
        locale: "sv",
        attributes: { tier: "1" },
      },
      attributes: { order: "10042", tier: "2" },
    });
    expect(told.campaigns).toEqual([{ campaignId, asked: true, sendAt: hours(24).toISOString() }]);
    const { asked, mails } = await ledger(campaignId);
    expect(asked).toMatchObject([
      {
        contactId: told.contactId,
        locale: "sv",
        touchpoint: "delivery",
        occasion: told.id,
        attributes: { order: "10042", tier: "2" },
      },
    ]);
    expect(mails).toMatchObject([{ kind: "invitation", state: "queued", nextAttemptAt: hours(24) }]);
    const [known] = await workspace.run((ctx) => ctx.db.select().from(contacts));
    expect(known).toMatchObject({ name: "Asa Lind", attributes: { tier: "1" }, source: "event" });
  });

  it("told again has the same answer and asks nobody twice, in the same moment too; another one under its key is refused", async () => {
    const campaignId = await listening();
    const same = event({ idempotencyKey: "order 1" });
    const record = () => workspace.run((ctx) => recordEvent(ctx, same));
    const [one, two] = await Promise.all([record(), record()]);
    expect(two).toEqual(one);
    expect(await record()).toEqual(one);
    expect((await ledger(campaignId)).mails).toHaveLength(1);
    await expect(tell({ idempotencyKey: "order 1", attributes: { order: "2" } })).rejects.toMatchObject({
      code: "INVALID",
      field: "idempotencyKey",
    });
  });

  it("of a customer who may not be asked stands in the ledger with the reason, each time", async () => {
    const campaignId = await listening();
    await tell();
    const second = await tell();
    const third = await tell();
    for (const { campaigns } of [second, third]) {
      expect(campaigns).toEqual([{ campaignId, asked: false, reason: "asked_recently" }]);
    }
    expect((await ledger(campaignId)).left).toHaveLength(2);
    const { counts, excluded } = await workspace.run((ctx) => getCampaign(ctx, { id: campaignId }));
    expect(counts.invited).toBe(1);
    expect(excluded).toEqual({ asked_recently: 2 });
  });

  it("asks the same customer again when the gaps allow it", async () => {
    await workspace.run((ctx) =>
      ctx.db.update(workspaces).set({ gapAnyDays: 0, gapTouchpointDays: 0, gapRelationshipDays: 0 }),
    );
    const campaignId = await listening({ timing: { ...delivered, delayHours: 0 } });
    await tell();
    rt.setNow(hours(1));
    expect((await tell()).campaigns).toMatchObject([{ asked: true }]);
    expect((await ledger(campaignId)).mails).toHaveLength(2);
  });

  it("that is told long after asks nobody", async () => {
    const campaignId = await listening();
    const old = await tell({ occurredAt: hours(-24 * 30).toISOString() });
    expect(old.campaigns).toEqual([{ campaignId, asked: false, reason: "event_too_old" }]);
    await expect(tell({ occurredAt: hours(24 * 200).toISOString() })).rejects.toMatchObject({
      code: "INVALID",
      field: "occurredAt",
    });
  });

  it("waits for sending hours on the contact's own clock", async () => {
    await listening({ sendingHours: { days: [1, 2, 3, 4, 5], from: 8, to: 11 } });
    const saturday = "2026-11-27T12:00:00Z";
    const told = await tell({
      occurredAt: saturday,
      contact: { email: "ny@customer.example", attributes: { timezone: "America/New_York" } },
    });
    expect(told.campaigns).toMatchObject([{ asked: true, sendAt: "2026-11-30T13:00:00.000Z" }]);
  });

  it("is heard by campaigns that run or are paused, of its own type, that mean its customer", async () => {
    const paused = await listening();
    await workspace.run((ctx) => pauseCampaign(ctx, { id: paused }));
    const ended = await listening();
    await workspace.run((ctx) => cancelCampaign(ctx, { id: ended }));
    await listening({ timing: { ...delivered, type: "ticket.closed" } });
    await listening({ audience: { attribute: { name: "tier", value: "9" } } });
    const { campaigns } = await tell();
    expect(campaigns).toMatchObject([{ campaignId: paused, asked: true }]);
    expect((await tell({ type: "ticket.opened" })).campaigns).toEqual([]);
  });

  it("is drawn by its own lot when the campaign asks a share", async () => {
    const campaignId = await listening({ sampling: { percent: 25 } });
    for (let n = 0; n < 80; n++) await tell({ contact: { email: `p${n}@customer.example` } });
    const { asked, left } = await ledger(campaignId);
    expect(asked.length + left.length).toBe(80);
    expect(new Set(left.map(({ reason }) => reason))).toEqual(new Set(["not_sampled"]));
    // Of 80 with a chance of 1 in 4 each: fewer than 5 or more than 38 come about less than once in 10,000 times.
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.length).toBeLessThan(39);
    await expect(listening({ sampling: { most: 10 } })).rejects.toMatchObject({ field: "sampling" });
  });

  it("of a contact that cannot be kept leaves nothing behind", async () => {
    await listening();
    await expect(tell({ contact: { email: "nobody" } })).rejects.toMatchObject({
      code: "INVALID",
      field: "contact.email",
    });
    expect(await workspace.run((ctx) => ctx.db.select().from(events))).toEqual([]);
  });

  it("is another workspace's own", async () => {
    await listening();
    const other = await makeWorkspace(rt, "Nordlys");
    await other.run((ctx) => makeContact(rt, ctx, "Asa Lind"));
    expect((await tell({}, other)).campaigns).toEqual([]);
    await tell({ idempotencyKey: "mine" });
    expect((await tell({ idempotencyKey: "mine", type: "else" }, other)).campaigns).toEqual([]);
  });

  it("keeps its campaign listening when all its mails have left", async () => {
    const id = await listening();
    expect(await workspace.run((ctx) => finishCampaign(ctx, { id }))).toBe(false);
  });
});
