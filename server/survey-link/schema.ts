import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";
import { RecordResponse } from "#server/response/schema.ts";

export const linkKinds = ["link", "kiosk"] as const;

/** A new link. Without a touchpoint answers have the survey's; without a language the page has the browser's. */
export const CreateSurveyLink = z
  .object({
    surveyId: z.uuid(),
    kind: z.enum(linkKinds, "Choose a link or a kiosk."),
    name: z
      .string()
      .trim()
      .min(1, "Give it a name, such as where it hangs: answers are told apart by it.")
      .max(120, "The name can have 120 characters at most. Shorten it."),
    touchpoint: z
      .string()
      .trim()
      .max(80, "The touchpoint can have 80 characters at most. Shorten it.")
      .default(""),
    locale: z.enum(locales).nullable().default(null),
    once: z.boolean().default(false),
  })
  .refine(({ kind, once }) => !(once && kind === "kiosk"), {
    path: ["once"],
    message: "Many people use a kiosk with one browser. Choose a link, or let it answer more than once.",
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
