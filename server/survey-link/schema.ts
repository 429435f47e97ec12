import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";
import { refusal } from "#server/refusal.ts";
import { RecordResponse } from "#server/response/schema.ts";

export const linkKinds = ["link", "kiosk"] as const;

/** A new link. Without a touchpoint answers have the survey's; without a language the page has the browser's. */
export const CreateSurveyLink = z
  .object({
    surveyId: z.uuid(),
    kind: z.enum(linkKinds, refusal("linkKind")),
    name: z
      .string()
      .trim()
      .min(1, refusal("linkName"))
      .max(120, refusal("tooLong", { most: 120 })),
    touchpoint: z
      .string()
      .trim()
      .max(80, refusal("tooLong", { most: 80 }))
      .default(""),
    locale: z.enum(locales).nullable().default(null),
    once: z.boolean().default(false),
  })
  .refine(({ kind, once }) => !(once && kind === "kiosk"), {
    path: ["once"],
    message: refusal("kioskOnce"),
  });
export type CreateSurveyLink = z.infer<typeof CreateSurveyLink>;

export const SurveyLinkId = z.object({ linkId: z.uuid() });
export type SurveyLinkId = z.infer<typeof SurveyLinkId>;

/** Closes a link, or opens it again. */
export const CloseSurveyLink = SurveyLinkId.extend({ closed: z.boolean() });
export type CloseSurveyLink = z.infer<typeof CloseSurveyLink>;

/** An answer as the page of a link sends it: nobody is known to be contacted. */
export const AnswerSurveyLink = RecordResponse.pick({ score: true, comment: true, drivers: true });
export type AnswerSurveyLink = z.infer<typeof AnswerSurveyLink>;
