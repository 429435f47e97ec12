import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import {
  campaigns,
  contacts,
  exclusions,
  invitations,
  legalGrounds,
  mailEvents,
  outboundMails,
  suppressions,
  teams,
} from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { countries } from "#server/legal/rules.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { inviteAudience } from "./invite.ts";
import { findAsking, outlook } from "./queries.ts";
import { type ContactFacts, mayAsk, type SurveyKind } from "./rules.ts";

const rt = await testRuntime();
let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await makeWorkspace(rt);
});

const day = 86_400_000;

/** Everybody, and mails that are due at one moment. */
const everybody = { audience: { all: true }, sampling: null, seed: "s" } as const;
const dueFrom = (opens: Date) => () => [{ opens, closes: opens }];

async function makeCampaign(ctx: Ctx, surveyId: string): Promise<string> {
  const id = newId();
  const { workspaceId, now: createdAt } = ctx;
  await ctx.db.insert(campaigns).values({
    workspaceId,
    id,
    surveyId,
    name: "Autumn",
    audience: { all: true },
    state: "running",
    createdAt,
  });
  return id;
}

describe("the ledger of a campaign", () => {
  it("has one invitation with its mail, or one exclusion, for every contact", async () => {
    const ledger = await workspace.run(async (ctx) => {
      const survey = await makeSurvey(ctx, { touchpoint: "delivery" });
      const [team] = await ctx.db
        .insert(teams)
        .values({ workspaceId: ctx.workspaceId, id: newId(), name: "North", createdAt: ctx.now })
        .returning();
      await makeContact(rt, ctx, "Asa Lind", {
        locale: "sv-SE",
        teamId: team!.id,
        employee: "bo@fjordline.example",
        attributes: { plan: "gold" },
      });
      await makeContact(rt, ctx, "No Address", { email: "nowhere", emailKey: null, addressHash: null });
      const campaignId = await makeCampaign(ctx, survey.id);
      const dueAt = new Date(ctx.now.getTime() + 3_600_000);
      const counts = await inviteAudience(
        ctx,
        { id: campaignId, surveyId: survey.id, ...everybody },
        dueFrom(dueAt),
      );
      expect(counts).toEqual({ invited: 1, excluded: 1 });
      const { db } = ctx;
      const [invitation] = await db.select().from(invitations).where(eq(invitations.campaignId, campaignId));
      const [mail] = await db.select().from(outboundMails).where(eq(outboundMails.campaignId, campaignId));
      const events = await db.select().from(mailEvents).where(eq(mailEvents.mailId, mail!.id));
      const left = await db.select().from(exclusions).where(eq(exclusions.campaignId, campaignId));
      return { invitation: invitation!, mail: mail!, events, left, dueAt, teamId: team!.id };
    });
    expect(ledger.invitation).toMatchObject({
      locale: "sv",
      touchpoint: "delivery",
      teamId: ledger.teamId,
      employee: "bo@fjordline.example",
      attributes: { plan: "gold" },
      sentAt: null,
    });
    expect(ledger.mail).toMatchObject({
      kind: "invitation",
      state: "queued",
      toAddress: "asa.lind@customer.example",
      toDomain: "customer.example",
      messageId: `<${ledger.mail.id}@reply.svar.test>`,
      invitationId: ledger.invitation.id,
      nextAttemptAt: ledger.dueAt,
      attempts: 0,
    });
    expect(Buffer.from(ledger.mail.addressHash!)).toEqual(
      Buffer.from(rt.tokens.hashAddress(workspace.id, "asa.lind@customer.example")),
    );
    expect(ledger.events).toMatchObject([{ state: "queued", attempt: 0 }]);
    expect(ledger.left).toMatchObject([{ reason: "no_valid_address" }]);
  });

  it("never holds a contact of another workspace", async () => {
    const other = await makeWorkspace(rt, "Nordlys");
    await other.run((ctx) => makeContact(rt, ctx, "Asa Lind"));
    const counts = await workspace.run(async (ctx) => {
      const survey = await makeSurvey(ctx);
      return inviteAudience(
        ctx,
        { id: await makeCampaign(ctx, survey.id), surveyId: survey.id, ...everybody },
        dueFrom(ctx.now),
      );
    });
    expect(counts).toEqual({ invited: 0, excluded: 0 });
    const foreign = await other.run((ctx) => makeSurvey(ctx));
    await expect(
      workspace.run((ctx) => outlook(ctx, { surveyId: foreign.id, ...everybody })),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("asks nobody twice when two campaigns start in the same moment", async () => {
    const start = () =>
      workspace.run(async (ctx) => {
        const survey = await makeSurvey(ctx);
        return inviteAudience(
          ctx,
          { id: await makeCampaign(ctx, survey.id), surveyId: survey.id, ...everybody },
          dueFrom(ctx.now),
        );
      });
    await workspace.run((ctx) => makeContact(rt, ctx, "Asa Lind"));
    const [one, two] = await Promise.all([start(), start()]);
    expect([one, two].sort((a, b) => b.invited - a.invited)).toEqual([
      { invited: 1, excluded: 0 },
      { invited: 0, excluded: 1 },
    ]);
  });

  it("is of the people chosen: all, some addresses, a team, or an attribute", async () => {
    await workspace.run(async (ctx) => {
      const { workspaceId, now: createdAt } = ctx;
      const survey = await makeSurvey(ctx);
      const [team] = await ctx.db
        .insert(teams)
        .values({ workspaceId, id: newId(), name: "North", createdAt })
        .returning();
      await makeContact(rt, ctx, "Asa Lind", { teamId: team!.id });
      await makeContact(rt, ctx, "Bo Ek", { attributes: { plan: "gold" } });
      await makeContact(rt, ctx, "Cy Dal");
      const people = async (audience: Parameters<typeof outlook>[1]["audience"]) =>
        (await outlook(ctx, { surveyId: survey.id, ...everybody, audience })).askedPeople;
      expect(await people({ all: true })).toEqual(["Asa Lind", "Bo Ek", "Cy Dal"]);
      expect(await people({ emails: ["cy.dal@customer.example", "nobody@x.example"] })).toEqual(["Cy Dal"]);
      expect(await people({ teamId: team!.id })).toEqual(["Asa Lind"]);
      expect(await people({ attribute: { name: "plan", value: "gold" } })).toEqual(["Bo Ek"]);
    });
  });

  it("counts a mail that is planned for later at the time it is planned for", async () => {
    const planned = new Date(testNow.getTime() + 60 * day);
    const [soon, afterwards] = await workspace.run(async (ctx) => {
      const survey = await makeSurvey(ctx);
      await makeContact(rt, ctx, "Anna Lind");
      const drip = await makeCampaign(ctx, survey.id);
      await inviteAudience(ctx, { id: drip, surveyId: survey.id, ...everybody }, dueFrom(planned));
      const other = await makeSurvey(ctx, { kind: "transactional", touchpoint: "delivery" });
      const at = (days: number) =>
        outlook(
          { ...ctx, now: new Date(testNow.getTime() + days * day) },
          { surveyId: other.id, ...everybody },
        );
      return [await at(59), await at(91)];
    });
    expect(soon.excluded).toMatchObject([{ reason: "asked_recently", n: 1 }]);
    expect(afterwards.asked).toBe(1);
  });

  it("counts as asked who got the mail or is about to, not whose mail was cancelled or refused", async () => {
    const states = [
      "queued",
      "deferred",
      "sending",
      "in_doubt",
      "sent",
      "failed",
      "cancelled",
      "suppressed",
    ] as const;
    const asked = await workspace.run(async (ctx) => {
      const survey = await makeSurvey(ctx);
      for (const state of states) await makeContact(rt, ctx, state);
      const first = await makeCampaign(ctx, survey.id);
      await inviteAudience(ctx, { id: first, surveyId: survey.id, ...everybody }, dueFrom(ctx.now));
      for (const state of states) {
        const mine = eq(outboundMails.toAddress, `${state}@customer.example`);
        const [mail] = await ctx.db.update(outboundMails).set({ state }).where(mine).returning();
        if (state === "sent") {
          await ctx.db
            .update(invitations)
            .set({ sentAt: ctx.now })
            .where(eq(invitations.id, mail!.invitationId!));
        }
      }
      return outlook(ctx, { surveyId: survey.id, ...everybody });
    });
    expect(asked.askedPeople).toEqual(["cancelled", "failed", "suppressed"]);
    expect(asked.excluded).toMatchObject([{ reason: "asked_recently", n: 5 }]);
  });
});

const kinds = fc.constantFrom<SurveyKind>("relationship", "transactional");
const touchpoints = fc.constantFrom("", "delivery", "support");
/** Around the edges of the gaps of 30, 90 and 180 days, to the second. */
const ago = fc
  .tuple(fc.constantFrom(0, 29, 30, 89, 90, 179, 180, 400), fc.constantFrom(-1000, 0, 1000))
  .map(([days, ms]) => new Date(testNow.getTime() - days * day + (days === 0 ? 0 : ms)));
const facts: fc.Arbitrary<ContactFacts> = fc.record({
  hasAddress: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false)),
  suppressions: fc.uniqueArray(
    fc.record({
      reason: fc.constantFrom("opted_out" as const, "hard_bounce" as const, "by_hand" as const),
      until: fc.constantFrom(
        null,
        testNow,
        new Date(testNow.getTime() + 1000),
        new Date(testNow.getTime() - 1000),
      ),
    }),
    { maxLength: 2, selector: (it) => it.reason },
  ),
  asked: fc.array(fc.record({ kind: kinds, touchpoint: touchpoints, at: ago }), { maxLength: 3 }),
  leftOut: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
  ground: fc.constantFrom(...legalGrounds),
  country: fc.constantFrom(...countries),
});

describe("who may be asked", () => {
  it("is the same in SQL as in the rule", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(facts, { minLength: 1, maxLength: 12 }),
        kinds,
        touchpoints,
        fc.boolean(),
        async (all, kind, touchpoint, neutral) => {
          const mine = await makeWorkspace(rt);
          const [bySql, byRule] = await mine.run(async (ctx) => {
            const survey = await makeSurvey(ctx, { kind, touchpoint });
            const people = await Promise.all(all.map((given, n) => makePerson(ctx, given, n)));
            const { gaps, law } = await findAsking(ctx, survey.id);
            const campaignId = await makeCampaign(ctx, survey.id);
            const emails = all.flatMap((given, n) => (given.leftOut ? [addressOf(n)] : []));
            const leftOut = { emails, why: "They moved.", by: null };
            await inviteAudience(
              ctx,
              { id: campaignId, surveyId: survey.id, ...everybody, leftOut, neutral },
              dueFrom(ctx.now),
            );
            const left = await ctx.db.select().from(exclusions).where(eq(exclusions.campaignId, campaignId));
            const reasons = new Map(left.map((row) => [row.contactId, row.reason]));
            return [
              people.map((id) => reasons.get(id) ?? "ask"),
              all.map((given) => {
                const decision = mayAsk(
                  given,
                  { kind, touchpoint, neutral },
                  { gaps, law: law.law },
                  ctx.now,
                );
                return decision.ask ? "ask" : decision.because;
              }),
            ];
          });
          expect(bySql).toEqual(byRule);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it("speaks to each in the language that the rule picks", async () => {
    const tags = [
      null,
      "",
      "sv",
      "sv-SE",
      "SV_fi",
      "no",
      "nn-NO",
      "nb",
      "en-GB",
      "fr",
      " da ",
      "svenska",
      "fi-",
    ];
    await workspace.run(async (ctx) => {
      const survey = await makeSurvey(ctx);
      for (const [n, locale] of tags.entries()) await makeContact(rt, ctx, `person ${n}`, { locale });
      const campaignId = await makeCampaign(ctx, survey.id);
      await inviteAudience(ctx, { id: campaignId, surveyId: survey.id, ...everybody }, dueFrom(ctx.now));
      const rows = await ctx.db
        .select({ tag: contacts.locale, locale: invitations.locale })
        .from(invitations)
        .innerJoin(contacts, eq(contacts.id, invitations.contactId));
      expect(rows).toHaveLength(tags.length);
      for (const { tag, locale } of rows)
        expect(`${tag}: ${locale}`).toBe(`${tag}: ${pickLocale(tag, "en")}`);
    });
  });
});

const addressOf = (n: number) => `person.${n}@customer.example`;

/** A contact to whom all of `given` is true. */
async function makePerson(ctx: Ctx, given: ContactFacts, n: number): Promise<string> {
  const nowhere = given.hasAddress ? {} : { emailKey: null, addressHash: null };
  const contact = await makeContact(rt, ctx, `Person ${n}`, {
    ...nowhere,
    attributes: { Country: given.country },
    legalGround: given.ground,
    ...(given.ground === "consent" ? { consentedAt: ctx.now, groundSource: "a form" } : {}),
  });
  const { workspaceId, now } = ctx;
  const addressHash = contact.addressHash ?? rt.tokens.hashAddress(workspaceId, `nobody-${n}`);
  for (const { reason, until } of given.hasAddress ? given.suppressions : []) {
    await ctx.db
      .insert(suppressions)
      .values({ workspaceId, addressHash, reason, until, source: "test", createdAt: now });
  }
  for (const { kind, touchpoint, at } of given.asked) {
    const survey = await makeSurvey(ctx, { kind, touchpoint });
    const campaignId = await makeCampaign(ctx, survey.id);
    await ctx.db.insert(invitations).values({
      workspaceId,
      id: newId(),
      campaignId,
      surveyId: survey.id,
      contactId: contact.id,
      locale: "en",
      touchpoint,
      createdAt: new Date(at.getTime() - day),
      expiresAt: now,
      sentAt: at,
    });
  }
  return contact.id;
}

describe("a sample", () => {
  const asked = (
    ctx: Ctx,
    surveyId: string,
    sampling: { percent: number } | { most: number },
    seed: string,
  ) => outlook(ctx, { surveyId, audience: { all: true }, sampling, seed });

  it("is drawn among those who may be asked, the same each time with the same seed, and the rest is told why", async () => {
    await workspace.run(async (ctx) => {
      const survey = await makeSurvey(ctx);
      const names = Array.from({ length: 30 }, (_, n) => `P${n} Ek`);
      for (const name of names) await makeContact(rt, ctx, name);
      await makeContact(rt, ctx, "No Address", { email: null, emailKey: null, addressHash: null });
      const seen = await asked(ctx, survey.id, { percent: 25 }, "a");
      expect(seen.asked).toBe(8);
      expect(seen.excluded).toMatchObject([
        { reason: "no_valid_address", n: 1 },
        { reason: "not_sampled", n: 22 },
      ]);
      expect(await asked(ctx, survey.id, { percent: 25 }, "a")).toEqual(seen);
      expect((await asked(ctx, survey.id, { most: 40 }, "a")).asked).toBe(30);
      const draws: string[] = [];
      for (let seed = 0; seed < 60; seed++) {
        draws.push(...(await asked(ctx, survey.id, { most: 5 }, `seed ${seed}`)).askedPeople);
      }
      expect(draws).toHaveLength(300);
      expect(new Set(draws).size).toBe(30);
      const most = Math.max(...names.map((name) => draws.filter((drawn) => drawn === name).length));
      expect(most).toBeLessThan(30);

      const id = await makeCampaign(ctx, survey.id);
      const counts = await inviteAudience(
        ctx,
        { id, surveyId: survey.id, ...everybody, sampling: { percent: 25 }, seed: "a" },
        dueFrom(ctx.now),
      );
      expect(counts).toEqual({ invited: 8, excluded: 23 });
      const people = await ctx.db
        .select({ name: contacts.name })
        .from(invitations)
        .innerJoin(contacts, eq(contacts.id, invitations.contactId))
        .where(eq(invitations.campaignId, id));
      expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(seen.askedPeople));
    });
  });
});

describe("the moments of a campaign's mails", () => {
  const zones = ["America/New_York", "Europe/Copenhagen", "nowhere/at-all", "CET", ""];

  it("are spread evenly over the windows of each contact's own time zone, and nobody is lost between", async () => {
    const { mails, seen } = await workspace.run(async (ctx) => {
      const survey = await makeSurvey(ctx);
      for (let n = 0; n < 50; n++) {
        await makeContact(rt, ctx, `P${n} Ek`, { attributes: { "Time zone": zones[n % 5]! } });
      }
      const id = await makeCampaign(ctx, survey.id);
      const hour = (n: number) => new Date(ctx.now.getTime() + n * 3_600_000);
      const counts = await inviteAudience(ctx, { id, surveyId: survey.id, ...everybody }, (timezone) => {
        const shift = timezone === "America/New_York" ? 6 : 0;
        return [0, 24].map((day) => ({ opens: hour(day + shift), closes: hour(day + shift + 3) }));
      });
      expect(counts).toEqual({ invited: 50, excluded: 0 });
      const mails = await ctx.db.select().from(outboundMails).where(eq(outboundMails.campaignId, id));
      const [seen] = await ctx.db.select().from(campaigns).where(eq(campaigns.id, id));
      return { mails, seen };
    });
    expect(mails).toHaveLength(50);
    expect(seen!.contactZones).toBe(true);
    const hours = (mail: (typeof mails)[number]) =>
      (mail.nextAttemptAt.getTime() - testNow.getTime()) / 3_600_000;
    const away = mails.filter(({ timezone }) => timezone === "America/New_York");
    expect(away).toHaveLength(10);
    expect(away.every((mail) => hours(mail) % 24 >= 6 && hours(mail) % 24 < 9)).toBe(true);
    const here = mails.filter(({ timezone }) => timezone === null);
    expect(here).toHaveLength(40);
    expect(here.every((mail) => hours(mail) % 24 >= 0 && hours(mail) % 24 < 3)).toBe(true);
    expect(mails.filter((mail) => hours(mail) >= 24)).toHaveLength(25);
    expect(new Set(mails.map((mail) => (hours(mail) % 24) % 6)).size).toBeGreaterThan(20);
  });
});
