const languages = new Intl.DisplayNames("en", { type: "language" });

/** A language by its English name. */
export const languageName = (locale: string): string => languages.of(locale) ?? locale;
