import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { campaigns, legalGrounds } from "#db/schema/index.ts";
import { createCampaign } from "#server/campaign/create.ts";
import { lookAhead } from "#server/campaign/look-ahead.ts";
import { getCampaign } from "#server/campaign/queries.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { updateDraft } from "#server/campaign/update-draft.ts";
import { saveContact } from "#server/contact/save.ts";
import { upsertContacts } from "#server/contact/upsert.ts";
import type { Ctx } from "#server/context.ts";
import { driverTexts } from "#server/driver/rules.ts";
import { suggestDrivers } from "#server/driver/suggest.ts";
import { type Locale, locales } from "#server/i18n/locales.ts";
import { texts } from "#server/i18n/messages/texts.ts";
import { inLanguage, speak } from "#server/i18n/speak.ts";
import { publishSurvey } from "#server/survey/publish.ts";
import { ownTexts, textsFor } from "#server/survey/rules.ts";
import { PublishSurvey } from "#server/survey/schema.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { checkNeutral } from "./check-neutral.ts";
import { countryIn, findLaw, getLegal } from "./queries.ts";
import {
  acceptable,
  countries,
  countryAttributes,
  countryNames,
  countryOf,
  countryOfZone,
  isGrounded,
  proposedLaw,
} from "./rules.ts";
import { SetLegalRule } from "./schema.ts";
import { setLegalDefaults } from "./set-defaults.ts";
import { setLegalRule } from "./set-rule.ts";

speak();
const rt = await testRuntime();
const grounded = await makeWorkspace(rt, "Grounded");

describe("who may be asked on what ground", () => {
  it.each([
    ["DK", "none", true, true],
    ["DK", "neutral_survey", false, false],
    ["DK", "existing_customer", false, true],
    ["DE", "none", true, false],
    ["DE", "neutral_survey", true, false],
    ["DE", "existing_customer", false, true],
    ["DE", "consent", true, true],
    ["other", "none", false, false],
  ] as const)("in %s with %s, neutral %s: %s", (country, ground, neutral, asked) => {
    expect(isGrounded(ground, proposedLaw[country].accepts, neutral)).toBe(asked);
  });

  it("never shrinks when a country accepts more or the survey becomes neutral", () => {
    const grounds = fc.constantFrom(...legalGrounds);
    const some = fc.subarray([...acceptable]);
    fc.assert(
      fc.property(grounds, some, some, fc.boolean(), (ground, accepts, more, neutral) => {
        const asked = isGrounded(ground, accepts, neutral);
        if (asked) expect(isGrounded(ground, [...accepts, ...more], neutral)).toBe(true);
        if (asked) expect(isGrounded(ground, accepts, true)).toBe(true);
      }),
    );
  });
});

describe("the country of a contact", () => {
  it("is the same in SQL as in the rule", async () => {
    const written = fc.constantFrom(...Object.keys(countryNames), "France", "Danmark", "SE", " no ", "", " ");
    const attributes = fc.dictionary(
      fc.constantFrom(...countryAttributes, "Country", "LAND", "plan"),
      written,
      {
        maxKeys: 3,
      },
    );
    const ends = fc.constantFrom("dk", "no", "com", "de", "co.uk", "dk.com", "xdk");
    const workspace = await makeWorkspace(rt);
    await fc.assert(
      fc.asyncProperty(attributes, ends, fc.constantFrom(...countries), async (given, end, usual) => {
        const contact = { attributes: given, emailKey: `anna@customer.${end}` };
        const [row] = await workspace.run((ctx) =>
          ctx.db.execute<{ country: string }>(sql`
            SELECT ${countryIn(usual)} AS country
            FROM (SELECT ${JSON.stringify(given)}::jsonb AS attributes, ${contact.emailKey}::text AS email_key) AS c`),
        );
        expect(row!.country).toBe(countryOf(contact, usual));
      }),
      { numRuns: 200 },
    );
  });

  it("of a company is told by its time zone when it begins", () => {
    expect(["Europe/Oslo", "America/New_York", undefined].map(countryOfZone)).toEqual([
      "NO",
      "other",
      "other",
    ]);
  });
});

describe("the rules of a workspace", () => {
  it("are the proposed ones until they are changed, and again when they are set back", async () => {
    const fjordline = await makeWorkspace(rt, "Fjordline");
    const nordlys = await makeWorkspace(rt, "Nordlys");
    const rule = { accepts: ["neutral_survey" as const], reason: "Our counsel says so." };
    await fjordline.run((ctx) => setLegalRule(ctx, { country: "SE", rule }));
    await fjordline.run((ctx) => setLegalDefaults(ctx, { ground: "none", country: "NO" }));
    const ours = await fjordline.run(getLegal);
    expect(ours).toMatchObject({ ground: "none", country: "NO" });
    expect(ours.rules.find(({ country }) => country === "SE")).toMatchObject({
      ...rule,
      changed: { at: testNow },
    });
    expect((await nordlys.run(findLaw)).law).toMatchObject(proposedLaw);
    expect(await nordlys.run(getLegal)).toMatchObject({ ground: "existing_customer", country: "other" });
    await fjordline.run((ctx) => setLegalRule(ctx, { country: "SE", rule: null }));
    expect((await fjordline.run(findLaw)).law).toMatchObject(proposedLaw);
  });

  it("say why in the language of whoever reads, unless the workspace has words of its own", async () => {
    const workspace = await makeWorkspace(rt);
    const reasons = (locale: Locale) =>
      inLanguage(locale, () => workspace.run(findLaw)).then(({ law }) =>
        countries.map((country) => law[country].reason),
      );
    for (const locale of locales) {
      expect(await reasons(locale)).toEqual(countries.map((country) => texts[locale].law[country]));
    }
    const kept = { accepts: ["consent" as const], reason: texts.en.law.SE };
    const own = { accepts: ["consent" as const], reason: "Our counsel says so." };
    await workspace.run((ctx) => setLegalRule(ctx, { country: "SE", rule: kept }));
    await workspace.run((ctx) => setLegalRule(ctx, { country: "NO", rule: own }));
    const seen = await inLanguage("fi", () => workspace.run(getLegal));
    const rule = (country: string) => seen.rules.find((each) => each.country === country);
    expect(rule("SE")).toMatchObject({ accepts: ["consent"], reason: texts.fi.law.SE });
    expect(rule("NO")).toMatchObject(own);
  });

  it("need a reason", () => {
    const parsed = SetLegalRule.safeParse({ country: "SE", rule: { accepts: [], reason: " " } });
    expect(parsed.error?.issues[0]?.path).toEqual(["rule", "reason"]);
  });
});

describe("a campaign", () => {
  const draft = async (ctx: Ctx, neutral: boolean) => {
    const survey = await makeSurvey(ctx);
    const campaign = await createCampaign(ctx, { name: "Autumn", surveyId: survey.id });
    return updateDraft(ctx, { id: campaign.id, neutral });
  };

  it("leaves out whom no ground covers, with the country's reason", async () => {
    const workspace = await makeWorkspace(rt);
    const seen = await workspace.run(async (ctx) => {
      await makeContact(rt, ctx, "Anna Dansk", { attributes: { Land: "Danmark" }, legalGround: "none" });
      await makeContact(rt, ctx, "Bernd Deutsch", { attributes: { Country: "DE" }, legalGround: "none" });
      await makeContact(rt, ctx, "Cilla Svensk", { attributes: { Country: "Sweden" } });
      const [plain, neutral] = [await draft(ctx, false), await draft(ctx, true)];
      return { plain: await lookAhead(ctx, plain), neutral: await lookAhead(ctx, neutral) };
    });
    expect(seen.plain.askedPeople).toEqual(["Cilla Svensk"]);
    expect(seen.plain.excluded).toMatchObject([{ reason: "no_legal_ground", n: 2 }]);
    expect(seen.plain.ungrounded).toEqual([
      { country: "DE", n: 1, reason: texts.en.law.DE },
      { country: "DK", n: 1, reason: texts.en.law.DK },
    ]);
    expect(seen.neutral.askedPeople).toEqual(["Anna Dansk", "Cilla Svensk"]);
    expect(seen.neutral.ungrounded.map(({ country }) => country)).toEqual(["DE"]);
  });

  it("that is to be neutral does not start with advertising, and its words stay neutral while it asks", async () => {
    const workspace = await makeWorkspace(rt);
    await workspace.run(async (ctx) => {
      await makeContact(rt, ctx, "Anna Dansk");
      const { id, surveyId } = await draft(ctx, true);
      const words = { tone: "informal", texts: {}, drivers: [] } as const;
      const publish = (over: object) =>
        publishSurvey(ctx, PublishSurvey.parse({ surveyId, draft: { ...words, ...over } }));
      const say = (intro: string) => publish({ texts: { sv: { intro } } });
      await say("Svara och vinn ett presentkort");
      expect((await getCampaign(ctx, { id })).notNeutral).toEqual([
        { field: "intro", locale: "sv", kind: "offer", found: "vinn" },
      ]);
      await expect(startCampaign(ctx, { id })).rejects.toMatchObject({
        code: "INVALID",
        field: "texts.sv.intro",
      });
      await say("Du handlade hos oss i maj.");
      await startCampaign(ctx, { id });
      await expect(say("Köp nu på www.fjordline.example")).rejects.toMatchObject({ code: "INVALID" });
      const choose = (label: string) => publish({ drivers: [{ id: "price", labels: { sv: label } }] });
      await expect(choose("Rabatt")).rejects.toMatchObject({ code: "INVALID", field: "draft.drivers" });
      await choose("Pris");
      await say("Du handlade hos oss i juni.");
      await ctx.db.update(campaigns).set({ state: "finished" });
      await say("Köp nu på www.fjordline.example");
    });
  });
});

describe("a neutral text", () => {
  const found = (text: string) =>
    checkNeutral([{ field: "intro", locale: "en", text }]).map(({ kind }) => kind);

  it.each([
    ["See https://fjordline.example/offers", ["link", "offer"]],
    ["Visit fjordline.dk", ["link"]],
    ["Svar og vind et gavekort", ["offer"]],
    ["20 % rabat på næste køb", ["offer"]],
    ["Vi har ett erbjudande till dig", ["offer"]],
    ["Jetzt kostenlos testen", ["offer"]],
    ["Osallistu arvontaan", ["offer"]],
    ["Thank you!", ["slogan"]],
    ["We are the market leader", ["slogan"]],
    ["Tak 🎉", ["slogan"]],
  ])("is not: %s", (text, kinds) => {
    expect(found(text)).toEqual(kinds);
  });

  it.each([
    "You were with us on 5 May. How was it?",
    "Feel free to answer in your own language.",
    "Write to anna@fjordline.dk",
    "Mail anna@post.fjordline.dk and ask.",
    "Var vänlig och svara före fredag.",
    "Vi läser varje svar, t.ex. om leveransen.",
    "Ihr Auftrag Nr. 12 ist erledigt.",
    "How did you find the price?",
  ])("is: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("is what Svar proposes in every language", () => {
    const texts = Object.fromEntries(
      locales.map((locale) => [locale, textsFor({ texts: {}, companyName: "Fjordline", locale })]),
    );
    expect(checkNeutral([...ownTexts(texts), ...driverTexts(suggestDrivers())])).toEqual([]);
  });
});

describe("the ground of a contact", () => {
  const email = "anna@customer.example";
  const known = () =>
    grounded.run(async (ctx) => {
      const [row] = await ctx.db.execute<Record<string, string | null>>(sql`
        SELECT legal_ground AS ground, ground_source AS source, consented_at::date::text AS "consentedOn"
        FROM contacts WHERE email_key = ${email}`);
      return row;
    });
  const save = (contact: Record<string, unknown>) =>
    grounded.run((ctx) => upsertContacts(ctx, { contacts: [{ email, ...contact }], source: "api" }));

  it("is the workspace's until somebody says it, and consent is not replaced by less", async () => {
    await save({});
    expect(await known()).toEqual({ ground: "existing_customer", source: null, consentedOn: null });
    await save({ legalGround: "consent", consentedAt: "2026-05-31", groundSource: "web shop" });
    const consent = { ground: "consent", source: "web shop", consentedOn: "2026-05-31" };
    expect(await known()).toEqual(consent);
    await save({ legalGround: "existing_customer" });
    await save({ name: "Anna" });
    expect(await known()).toEqual(consent);
  });

  it.each([
    [{ legalGround: "consent" }, "consentedAt"],
    [{ legalGround: "consent", consentedAt: "2026-05-31" }, "groundSource"],
    [{ legalGround: "consent", consentedAt: "2099-01-01", groundSource: "form" }, "consentedAt"],
    [{ legalGround: "habit" }, "legalGround"],
    [{ consentedAt: "31/5" }, "consentedAt"],
  ])("is refused by name: %j", async (contact, field) => {
    expect((await save(contact)).rejected).toMatchObject([{ index: 0, field }]);
    const saving = grounded.run((ctx) => saveContact(ctx, { contact: { email, ...contact } as never }));
    await expect(saving).rejects.toMatchObject({ code: "INVALID", field });
  });
});
