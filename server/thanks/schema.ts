import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";
import { refusal } from "#server/refusal.ts";

const longestLink = 300;

const WebAddress = z.url({ protocol: /^https$/, hostname: z.regexes.domain });
const leads = (typed: string) => WebAddress.safeParse(typed).success || z.email().safeParse(typed).success;

/** Where whoever hears of the company goes: a page of the company, or an address of it. It is the same for everybody. */
const Link = z
  .string()
  .trim()
  .max(longestLink, refusal("tooLong", { most: longestLink }))
  .refine(leads, refusal("thanksLink"));

/** The mail that thanks for an answer: which text, and whether and with which text it asks to pass the company on. */
export const Thanks = z.object({
  templateId: z.uuid(refusal("thanksText")),
  referral: z.object({ templateId: z.uuid(refusal("thanksAsk")), link: Link }).nullable(),
});
export type Thanks = z.infer<typeof Thanks>;

export const PreviewThanks = z.object({ thanks: Thanks, locale: z.enum(locales) });
export type PreviewThanks = z.infer<typeof PreviewThanks>;

export const OfAnswer = z.object({ responseId: z.uuid() });
export type OfAnswer = z.infer<typeof OfAnswer>;
