import { currentDrivers, driversToStore, type StoredDriver } from "#server/driver/rules.ts";
import { languageOf, locales, type Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import type { LocaleTexts, SurveyTexts, SurveyWords } from "./schema.ts";

/** Every text of a survey in one language. `intro` is empty when the company wrote none. */
export type CompleteTexts = Record<keyof LocaleTexts, string>;

/** Texts as the database has them: per language, per field. */
export type StoredTexts = Record<string, Record<string, string>>;

/**
 * All texts of a survey in `locale`: the company's own words where it wrote some, otherwise the defaults of
 * PRODUCT.md with the company's name in them.
 */
export function textsFor(survey: { texts: StoredTexts; companyName: string; locale: Voice }): CompleteTexts {
  const own = survey.texts[languageOf(survey.locale)] ?? {};
  const complete = defaultTexts(survey.companyName, survey.locale);
  for (const field of fields) complete[field] = own[field]?.trim() || complete[field];
  return complete;
}

export type OwnText = { field: string; locale: string; text: string };

/** The texts that a company wrote itself, one by one. */
export function ownTexts(texts: Record<string, Record<string, string | undefined>>): OwnText[] {
  return Object.entries(texts).flatMap(([locale, own]) =>
    Object.entries(own).flatMap(([field, text]) => (text ? [{ field, locale, text }] : [])),
  );
}

/** Where an own text stands in what a form sends, for an error to name: a driver's with all drivers. */
export function pathOfText({ field, locale }: { field: string; locale: string | null }): string {
  if (field === "driver") return "drivers";
  return locale ? `texts.${locale}.${field}` : field;
}

/** What to keep of the texts somebody entered: no empty ones, and no language without any. */
export function textsToStore(texts: SurveyTexts): StoredTexts {
  const kept: StoredTexts = {};
  for (const [locale, own] of Object.entries(texts)) {
    const written = Object.entries(own ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1]));
    if (written.length > 0) kept[locale] = Object.fromEntries(written);
  }
  return kept;
}

type Published = { tone: SurveyWords["tone"]; texts: StoredTexts; drivers: StoredDriver[] };

/** What to keep of a draft; null when it says what is published. */
export function draftToStore({ tone, texts, drivers }: SurveyWords, published: Published) {
  const draft = { tone, texts: textsToStore(texts), drivers: currentDrivers(driversToStore(drivers, [])) };
  const now = { ...published, drivers: currentDrivers(published.drivers) };
  return changedBetween(now, draft).length === 0 ? null : draft;
}

/** The fields, `tone` and `drivers` among them, in which two sets of words differ in any language. */
export function changedBetween(one: Published, other: Published): string[] {
  const said = (words: Published, field: string) =>
    JSON.stringify(locales.map((locale) => words.texts[locale]?.[field] ?? ""));
  const reasons = ({ drivers }: Published) =>
    JSON.stringify(
      currentDrivers(drivers).map(({ id, labels }) => [id, locales.map((one) => labels[one] ?? "")]),
    );
  return [
    ...(one.tone === other.tone ? [] : ["tone"]),
    ...fields.filter((field) => said(one, field) !== said(other, field)),
    ...(reasons(one) === reasons(other) ? [] : ["drivers"]),
  ];
}

/**
 * The words for the two ends of the scale as they stand within a sentence, "0 = not at all likely". Our own
 * begin with a small letter there; the company's stay as they were written.
 */
export function endPoints(texts: CompleteTexts, locale: Voice): { low: string; high: string } {
  const t = translator(locale, "survey");
  const within = (label: string, own: string) =>
    label === own ? label.charAt(0).toLocaleLowerCase(locale) + label.slice(1) : label;
  return {
    low: within(texts.lowLabel, t("lowLabel")),
    high: within(texts.highLabel, t("highLabel")),
  };
}

function defaultTexts(company: string, locale: Voice): CompleteTexts {
  const t = translator(locale, "survey");
  return {
    question: t("question", { company }),
    lowLabel: t("lowLabel"),
    highLabel: t("highLabel"),
    followUpDetractor: t("followUpDetractor"),
    followUpPassive: t("followUpPassive"),
    followUpPromoter: t("followUpPromoter"),
    subject: t("subject", { company }),
    intro: "",
    reminder: t("reminder"),
    thanksDetractor: t("thanksDetractor", { company }),
    thanksPassive: t("thanksPassive", { company }),
    thanksPromoter: t("thanksPromoter", { company }),
  };
}

const fields = [
  "question",
  "lowLabel",
  "highLabel",
  "followUpDetractor",
  "followUpPassive",
  "followUpPromoter",
  "subject",
  "intro",
  "reminder",
  "thanksDetractor",
  "thanksPassive",
  "thanksPromoter",
] as const;
