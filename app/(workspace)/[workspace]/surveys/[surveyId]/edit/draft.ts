import { isLocale, type Locale } from "#server/i18n/locales.ts";
import type { CompleteTexts, StoredTexts } from "#server/survey/rules.ts";
import type { SurveyTexts, surveyKinds } from "#server/survey/schema.ts";

/** What somebody types into the editor; an absent text is the default. */
export type Draft = {
  name: string;
  touchpoint: string;
  kind: (typeof surveyKinds)[number];
  texts: StoredTexts;
};

export type TextField = keyof CompleteTexts;
export type Defaults = Partial<Record<Locale, CompleteTexts>>;

/** A survey as the editor begins with it. */
export function draftOf({ name, touchpoint, kind, texts }: Draft): Draft {
  return { name, touchpoint, kind, texts };
}

/** The draft with one text in one language changed. */
export function withText(draft: Draft, locale: Locale, field: TextField, text: string): Draft {
  const { [field]: _, ...others } = draft.texts[locale] ?? {};
  const own = text === "" ? others : { ...others, [field]: text };
  return { ...draft, texts: { ...draft.texts, [locale]: own } };
}

/** The texts as the server takes them: of the languages that have some. */
export function textsOf(draft: Draft): SurveyTexts {
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
  return JSON.stringify([draft.name, draft.touchpoint, draft.kind, texts]);
}
