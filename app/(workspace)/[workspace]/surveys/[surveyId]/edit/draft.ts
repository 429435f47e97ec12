import { currentDrivers, type StoredDriver } from "#server/driver/rules.ts";
import type { Driver } from "#server/driver/schema.ts";
import { isLocale, type Locale, type Tone } from "#server/i18n/locales.ts";
import type { CompleteTexts, StoredTexts } from "#server/survey/rules.ts";
import type { SurveyTexts, surveyKinds } from "#server/survey/schema.ts";

/** What somebody types into the editor; an absent text is the default. */
export type Draft = {
  name: string;
  touchpoint: string;
  kind: (typeof surveyKinds)[number];
  tone: Tone;
  texts: StoredTexts;
  drivers: Driver[];
};

export type TextField = keyof CompleteTexts;
/** What stands where nothing is written, by tone and language. */
export type Defaults = Record<Tone, Partial<Record<Locale, CompleteTexts>>>;

type Words = Pick<Draft, "tone" | "texts"> & { drivers: StoredDriver[] };

/** A survey as the editor begins with it: with the words that were saved last, published or not. */
export function draftOf(survey: Omit<Draft, "drivers"> & Words & { draft: Words | null }): Draft {
  const { name, touchpoint, kind } = survey;
  return { name, touchpoint, kind, ...wordsOf(survey.draft ?? survey) };
}

/** The words of a survey or of a version of it, to go on with. */
export function wordsOf({ tone, texts, drivers }: Words): Pick<Draft, "tone" | "texts" | "drivers"> {
  return { tone, texts, drivers: currentDrivers(drivers) };
}

/** The draft with one text in one language changed. */
export function withText(draft: Draft, locale: Locale, field: TextField, text: string): Draft {
  const { [field]: _, ...others } = draft.texts[locale] ?? {};
  const own = text === "" ? others : { ...others, [field]: text };
  return { ...draft, texts: { ...draft.texts, [locale]: own } };
}

/** The draft with one driver's label in one language changed. */
export function withLabel(draft: Draft, id: string, locale: Locale, label: string): Draft {
  const drivers = draft.drivers.map((driver) => {
    if (driver.id !== id) return driver;
    const { [locale]: _, ...others } = driver.labels;
    return { id, labels: label === "" ? others : { ...others, [locale]: label } };
  });
  return { ...draft, drivers };
}

/** The texts as the server takes them: of the languages that have some. */
export function textsOf(draft: Pick<Draft, "texts">): SurveyTexts {
  const written = Object.entries(draft.texts).filter(
    ([locale, own]) => isLocale(locale) && Object.keys(own).length > 0,
  );
  return Object.fromEntries(written);
}

/** Whether two drafts say the same. */
export function same(one: Draft, other: Draft): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint(draft: Draft): string {
  const texts = Object.entries(textsOf(draft))
    .map(([locale, own]) => [locale, Object.entries(own ?? {}).sort()] as const)
    .sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([
    draft.name,
    draft.touchpoint,
    draft.kind,
    draft.tone,
    texts,
    draft.drivers.map(sorted),
  ]);
}

const sorted = ({ id, labels }: Driver) => [id, Object.entries(labels).sort()];
