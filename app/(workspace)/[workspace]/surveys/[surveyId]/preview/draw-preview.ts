import { z } from "zod";
import { answerPage } from "#app/(public)/_pages/answer-page.ts";
import { answerPageTemplate } from "#app/(public)/_pages/answer-template.ts";
import { thanksPage } from "#app/(public)/_pages/thanks-page.ts";
import { fillInvitation, type InvitationInput, invitationTemplate } from "#emails/invitation.tsx";
import { driversToStore, offeredDrivers } from "#server/driver/rules.ts";
import { Driver } from "#server/driver/schema.ts";
import { locales, tones, voiceOf } from "#server/i18n/locales.ts";
import { groupOf } from "#server/nps/groups.ts";
import { textsFor } from "#server/survey/rules.ts";
import { LocaleTexts } from "#server/survey/schema.ts";

/** What the editor wants to see: one part, in one language, with the texts as they stand there now. */
export const PreviewWish = z.object({
  part: z.enum(["mail", "reminder", "answer", "thanks"]),
  scheme: z.enum(["light", "dark"]),
  score: z.coerce.number<string>().int().min(0).max(10),
  locale: z.enum(locales),
  tone: z.enum(tones),
  texts: LocaleTexts,
  drivers: z.array(Driver),
});
export type PreviewWish = z.infer<typeof PreviewWish>;

export type Company = {
  companyName: string;
  timezone: string;
  postalAddress: string | null;
  senderName: string;
};

const exampleLink = "https://svar.example/r/example";
const dayMs = 86_400_000;
const changeableMs = 30 * dayMs;

/** The mail or page that a customer would get, made by the templates that make the real ones. */
export async function drawPreview(
  company: Company,
  wish: PreviewWish,
  now: Date,
): Promise<{ html: string; subject: string }> {
  const { score } = wish;
  const locale = voiceOf(wish.locale, wish.tone);
  const { companyName, timezone: timeZone, postalAddress, senderName } = company;
  const texts = textsFor({ texts: { [wish.locale]: wish.texts }, companyName, locale });
  const drivers = offeredDrivers(driversToStore(wish.drivers, []), wish.locale);
  const survey = { texts, drivers, companyName, locale, timeZone };
  const drawn = {
    mail: () => drawMail({ ...survey, postalAddress, senderName, kind: "invitation" }),
    reminder: () => drawMail({ ...survey, postalAddress, senderName, kind: "reminder" }),
    answer: () => answerPage(answerPageTemplate(survey), { ...nobody, score, comment: "" }),
    thanks: () =>
      thanksPage(survey, {
        nonce: "",
        score,
        next:
          groupOf(score) === "detractor"
            ? { kind: "look", who: null, by: new Date(now.getTime() + dayMs) }
            : null,
        change: { url: exampleLink, until: new Date(now.getTime() + changeableMs) },
      }),
  };
  const html = await drawn[wish.part]();
  return { html: inScheme(withoutScripts(html), wish.scheme), subject: texts.subject };
}

const nobody = { nonce: "", action: "", hidden: {}, optOutUrl: exampleLink };

async function drawMail(input: InvitationInput): Promise<string> {
  const template = await invitationTemplate(input);
  return fillInvitation(template, { firstName: "Anna", answerUrl: exampleLink, optOutUrl: exampleLink }).html;
}

/** The preview's frame runs none, and browsers complain about each that they keep from running. */
const withoutScripts = (html: string) => html.replace(/<script\b.*?<\/script>/gs, "");

/** The document as a reader sees it whose device is light or dark, whatever this one is. */
function inScheme(html: string, scheme: PreviewWish["scheme"]): string {
  return html
    .replace(
      /@media\s*\(prefers-color-scheme:\s*dark\)/g,
      scheme === "dark" ? "@media all" : "@media not all",
    )
    .replace(/(color-schemes?:)light dark/g, `$1${scheme}`)
    .replace(/(color-schemes?" content=")light dark/g, `$1${scheme}`);
}
