import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";

const here = import.meta.dirname;
const areas = readdirSync(join(here, "en/app")).map((file) => file.replace(/\.ts$/, ""));
const languages = readdirSync(here).filter((name) => name !== "en" && existsSync(join(here, name, "app")));

type Words = { readonly [key: string]: string | Words };

/** What each file of an area says, by language and area. */
const read = new Map<string, Record<string, Words>>(
  await Promise.all(
    ["en", ...languages].flatMap((language) =>
      areas
        .filter((area) => existsSync(join(here, language, "app", `${area}.ts`)))
        .map(async (area) => [`${language}/${area}`, await import(`./${language}/app/${area}.ts`)] as const),
    ),
  ),
);

/** What each language sets a quotation in. */
const quotationMarks: Record<string, string> = {
  sv: "”",
  da: "»«",
  nb: "«»",
  fi: "”»",
  de: "„“‚‘",
  en: "“”",
};

const anyMarks = Object.values(quotationMarks).join("");

describe.each(languages)("the application's words in %s", (language) => {
  it.each(areas)("are those that there are of %s in English, and none stayed English", (area) => {
    const english = wordsOf("en", area);
    const own = wordsOf(language, area);
    expect([...own.keys()]).toEqual([...english.keys()]);
    const untranslated = [...own].filter(
      ([key, text]) => text === english.get(key) && !isTheSame(language, wordsIn(text)),
    );
    expect(untranslated).toEqual([]);
  });

  it.each(areas)("take in %s what they take in English", (area) => {
    const english = wordsOf("en", area);
    for (const [key, text] of wordsOf(language, area)) {
      expect(shapeOf(text), key).toEqual(shapeOf(english.get(key)!));
      expect(edgesOf(text), key).toEqual(edgesOf(english.get(key)!));
    }
  });

  it.each(areas)("know in %s the plurals and the quotation marks of the language", (area) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, text] of wordsOf(language, area)) {
      const cases = partsOf(parse(text)).flatMap((part) =>
        part.type === TYPE.plural ? Object.keys(part.options).filter((name) => !name.startsWith("=")) : [],
      );
      expect(pluralCategories, key).toEqual(expect.arrayContaining(cases));
      const marks = quotationMarks[language] ?? "";
      expect(
        [...text].filter((sign) => anyMarks.includes(sign) && !marks.includes(sign)),
        key,
      ).toEqual([]);
    }
  });

  it.each(areas)("have room in %s where a label has", (area) => {
    const english = wordsOf("en", area);
    const tooLong = [...wordsOf(language, area)].filter(([key, text]) => {
      const label = english.get(key)!;
      return isLabel(label) && saidOf(text).length > Math.max(shortest, 2.2 * saidOf(label).length);
    });
    expect(tooLong).toEqual([]);
  });
});

it.each(["en", ...languages])("no line of %s breaks between a number and its sign of percent", (language) => {
  const breaking = areas.flatMap((area) =>
    [...wordsOf(language, area)].filter(([, text]) => /[\d#}] %/.test(text)),
  );
  expect(breaking).toEqual([]);
});

/** A label of one short word may become a longer word. */
const shortest = 16;

/** Names, what is written alike everywhere, and text that is nothing but values. */
const sameEverywhere = [
  ...["", "Svar", "NPS", "Net Promoter Score", "CSV", "Slack", "Microsoft Teams", "Esc", "n", "min"],
  ...["Id", "Team", "Panel", "Filter", "Segment", "Import", "Person", "Kiosk", "Finland"],
];

/** Words that a language shares with English. */
const sameIn: Record<string, readonly string[]> = {
  sv: ["Version", "Version A", "Version B", "Period", "Text"],
  da: [
    ...["Version", "Version A", "Version B", "E-mail", "Mail", "Mails", "mail.eml", "Link", "Live", "Upload"],
    ...["Mine", "Pause", "Note", "Interval", "Reference", "Score", "Type", "Administrator", "Enter", "Send"],
    ...["Send invitation", "Teams"],
  ],
  de: [
    ...[
      "Name",
      "Version",
      "Version A",
      "Version B",
      "Code",
      "Downloads",
      "Live",
      "mail.eml",
      "Link",
      "Passkeys",
    ],
    ...["Domain", "Text", "Desktop", "Teams"],
  ],
  fi: ["Enter"],
  nb: ["Mine", "Pause", "Score", "Type", "Administrator", "Enter", "Send"],
};

function isTheSame(language: string, words: string): boolean {
  const allowed = [...sameEverywhere, ...(sameIn[language] ?? [])];
  return allowed.some((one) => wordsIn(one).toLowerCase() === words.toLowerCase());
}

const wordsIn = (text: string) =>
  saidOf(text)
    .replace(/[^\p{L} ]/gu, "")
    .trim();

/** Parts of sentences begin with a small letter; a label has a capital. */
const isLabel = (text: string) => saidOf(text).length <= 20 && !/^\p{Ll}/u.test(text);

/** A text without what is put into it. */
const saidOf = (text: string) => text.replace(/\{[^{}]*\}/g, "").replace(/<[^<>]*>/g, "");

const edgesOf = (text: string) => [/^\s*/.exec(text)?.[0], /\s*$/.exec(text)?.[0]];

/** What a text takes: each value with its kind, the cases it tells apart by name or number, and the marks around words. */
function shapeOf(text: string): string[] {
  return [...new Set(partsOf(parse(text)).flatMap(takenBy))].sort();
}

function takenBy(part: MessageFormatElement): string[] {
  switch (part.type) {
    case TYPE.argument:
      return [part.value];
    case TYPE.number:
    case TYPE.date:
    case TYPE.time:
      return [`${part.value}, ${TYPE[part.type]} ${JSON.stringify(part.style ?? null)}`];
    case TYPE.select:
      return Object.keys(part.options).map((name) => `${part.value}, select ${name}`);
    case TYPE.plural:
      return [
        `${part.value}, ${part.pluralType ?? "cardinal"}`,
        ...Object.keys(part.options).flatMap((name) =>
          name.startsWith("=") ? [`${part.value} ${name}`] : [],
        ),
      ];
    case TYPE.tag:
      return [`<${part.value}>`];
    default:
      return [];
  }
}

/** The parts of a text with those inside of its cases and marks. */
function partsOf(parts: readonly MessageFormatElement[]): MessageFormatElement[] {
  return parts.flatMap((part) => {
    if (part.type === TYPE.tag) return [part, ...partsOf(part.children)];
    if (part.type !== TYPE.select && part.type !== TYPE.plural) return [part];
    return [part, ...Object.values(part.options).flatMap(({ value }) => partsOf(value))];
  });
}

/** The words of an area by their paths. */
function wordsOf(language: string, area: string): Map<string, string> {
  return new Map(
    Object.entries(read.get(`${language}/${area}`) ?? {}).flatMap(([name, own]) => flat(name, own)),
  );
}

function flat(path: string, words: Words): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}.${key}`, value]] : flat(`${path}.${key}`, value),
  );
}
