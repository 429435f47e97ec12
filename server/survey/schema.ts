import { z } from "zod";
import { Drivers } from "#server/driver/schema.ts";
import { locales, tones } from "#server/i18n/locales.ts";
import { refusal } from "#server/refusal.ts";

/** A text that stands on one line, a subject among them: what could end a header becomes a space (RELIABILITY.md B5). */
const line = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim())
    .pipe(z.string().max(most, tooLong(most)))
    .optional();

/** A text of some sentences, which may have paragraphs. */
const sentences = (most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .replace(/\r\n?|[\u2028\u2029]/g, "\n")
        .replace(/[^\P{Cc}\n]/gu, " ")
        .trim(),
    )
    .pipe(z.string().max(most, tooLong(most)))
    .optional();

const tooLong = (most: number) => refusal("tooLong", { most });

/** The company's own words in one language; what is absent or empty is the default. */
export const LocaleTexts = z.strictObject({
  question: line(200),
  lowLabel: line(60),
  highLabel: line(60),
  followUpDetractor: line(200),
  followUpPassive: line(200),
  followUpPromoter: line(200),
  subject: line(120),
  intro: sentences(600),
  reminder: sentences(600),
  thanksDetractor: sentences(600),
  thanksPassive: sentences(600),
  thanksPromoter: sentences(600),
});
export type LocaleTexts = z.infer<typeof LocaleTexts>;

/** The company's own words, per language. */
export const SurveyTexts = z.partialRecord(z.enum(locales), LocaleTexts);
export type SurveyTexts = z.infer<typeof SurveyTexts>;

export const surveyKinds = ["relationship", "transactional"] as const;

const name = z
  .string()
  .trim()
  .min(1, refusal("surveyName"))
  .max(120, refusal("tooLong", { most: 120 }));

const touchpoint = z
  .string()
  .trim()
  .max(80, refusal("tooLong", { most: 80 }));

const kind = z.enum(surveyKinds, refusal("surveyKind"));

export const CreateSurvey = z.object({
  name,
  touchpoint: touchpoint.default(""),
  kind: kind.default("relationship"),
});
export type CreateSurvey = z.infer<typeof CreateSurvey>;

/** The words of a survey, whole: in all languages, with all drivers. */
export const SurveyWords = z.object({
  tone: z.enum(tones, refusal("surveyTone")),
  texts: SurveyTexts,
  drivers: Drivers,
});
export type SurveyWords = z.infer<typeof SurveyWords>;

/**
 * What is absent stays as it is. `draft` is kept as a whole until it is published. `seen` is when the survey was last
 * changed, as whoever edits it saw that.
 */
export const UpdateSurvey = z.object({
  surveyId: z.uuid(),
  name: name.optional(),
  touchpoint: touchpoint.optional(),
  kind: kind.optional(),
  draft: SurveyWords.optional(),
  seen: z.coerce.date<string | Date>().optional(),
});
export type UpdateSurvey = z.infer<typeof UpdateSurvey>;

export const PublishSurvey = UpdateSurvey.required({ draft: true });
export type PublishSurvey = z.infer<typeof PublishSurvey>;
