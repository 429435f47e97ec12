import format, { type FormatOptions, type FormatValues } from "icu-minify/format";
import type { createTranslator } from "use-intl/core";
import { dateFormat, numberFormat, pluralRules } from "./format.ts";
import type { AppArea, AppMessages } from "./messages/app.ts";
import { readersLanguage, speech } from "./speech.ts";

type Translators = { [Area in AppArea]: ReturnType<typeof createTranslator<AppMessages, Area>> };

/**
 * The staff application's words of one area: `const t = appTranslator("cases")`, then `t("title")`. They are in the
 * language that is spoken when `t` is called, not when it was made. A key that does not exist is a type error.
 * Elements that a tag of `t.rich` makes bring keys of their own.
 */
export function appTranslator<Area extends AppArea>(area: Area): Translators[Area] {
  const wordsOf = (key: string) => speech().area(area)?.[key];
  const say = (key: string, values?: FormatValues) => {
    const message = wordsOf(key);
    if (message === undefined) throw new Error(`The words "${area}" are not at hand here, or lack "${key}".`);
    return format(message, readersLanguage(), values, options);
  };
  return Object.assign(say, {
    rich: say,
    has: (key: string) => wordsOf(key) !== undefined,
  }) as unknown as Translators[Area];
}

/** Messages name our languages; format.ts knows how each writes figures and days. */
const options: FormatOptions = {
  formatters: {
    getNumberFormat: (_, style) => numberFormat(readersLanguage(), style),
    getDateTimeFormat: (_, style) => dateFormat(readersLanguage(), style),
    getPluralRules: (_, style) => pluralRules(readersLanguage(), style),
  },
};
