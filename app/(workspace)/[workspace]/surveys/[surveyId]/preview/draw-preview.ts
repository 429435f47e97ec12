import { z } from "zod";
import { answerPage } from "#app/(public)/_pages/answer-page.ts";
import { type AskedSurvey, answerPageTemplate } from "#app/(public)/_pages/answer-template.ts";
import { thanksPage } from "#app/(public)/_pages/thanks-page.ts";
import { escapeHtml } from "#emails/escape-html.ts";
import { fillInvitation, type InvitationInput, invitationTemplate } from "#emails/invitation.tsx";
import { driversToStore, offeredDrivers } from "#server/driver/rules.ts";
import { Driver } from "#server/driver/schema.ts";
import { locales, tones, voiceOf } from "#server/i18n/locales.ts";
import { groupOf } from "#server/nps/groups.ts";
import { textsFor, textsToStore } from "#server/survey/rules.ts";
import { SurveyTexts } from "#server/survey/schema.ts";
import { type Check, checkSurvey } from "./check.ts";
import { inLook, looks } from "./in-look.ts";
import { readingOrder, type Spoken } from "./reading-order.ts";

/** What the editor wants to see: one part, in one language, with the texts as they stand there now. */
export const PreviewWish = z.object({
  part: z.enum(["mail", "reminder", "answer", "thanks"]),
  look: z.enum(looks),
  score: z.coerce.number<string>().int().min(0).max(10),
  locale: z.enum(locales),
  tone: z.enum(tones),
  texts: SurveyTexts,
  drivers: z.array(Driver),
});
export type PreviewWish = z.infer<typeof PreviewWish>;

export type Company = {
  companyName: string;
  timezone: string;
  postalAddress: string | null;
  dataContact: string | null;
  senderName: string;
  youSaid: Record<string, string>;
};

const exampleLink = "https://svar.example/r/example";
const dayMs = 86_400_000;
const changeableMs = 30 * dayMs;

/** What the editor shows: a document, or what is read aloud of it; the mail's subject; what was looked at in it. */
export type Drawn = { html: string; subject: string; order: Spoken[]; checks: Check[] };

/** The mail or page that a customer would get, made by the templates that make the real ones, in the wished look. */
export async function drawPreview(company: Company, wish: PreviewWish, now: Date): Promise<Drawn> {
  const locale = voiceOf(wish.locale, wish.tone);
  const { companyName, timezone: timeZone, postalAddress, dataContact, senderName } = company;
  const stored = textsToStore(wish.texts);
  const texts = textsFor({ texts: stored, companyName, locale });
  const drivers = offeredDrivers(driversToStore(wish.drivers, []), wish.locale);
  const survey = { texts, drivers, companyName, locale, timeZone };
  const youSaid = company.youSaid[wish.locale] ?? null;
  const sender = { ...survey, postalAddress, dataContact, senderName, youSaid };
  const mail = await drawMail({ ...sender, kind: wish.part === "reminder" ? "reminder" : "invitation" });
  const page = drawPage({ ...survey, youSaid }, wish, now);
  const html = withoutScripts(page ?? mail.html);
  return {
    html: wish.look === "text" && !page ? plain(mail.text) : inLook(html, wish.look),
    subject: texts.subject,
    order: readingOrder(html),
    checks: checkSurvey(
      { html: mail.html, subject: texts.subject },
      { texts: stored, drivers: wish.drivers },
    ),
  };
}

/** The page that is wished for; null for a mail. */
function drawPage(
  survey: AskedSurvey & { youSaid: string | null },
  { part, score }: PreviewWish,
  now: Date,
): string | null {
  if (part === "answer") return answerPage(answerPageTemplate(survey), { ...nobody, score, comment: "" });
  if (part !== "thanks") return null;
  const look = { kind: "look", who: null, by: new Date(now.getTime() + dayMs) } as const;
  return thanksPage(survey, {
    nonce: "",
    score,
    youSaid: survey.youSaid,
    next: groupOf(score) === "detractor" ? look : null,
    change: { url: exampleLink, until: new Date(now.getTime() + changeableMs) },
  });
}

const nobody = { nonce: "", action: "", hidden: {}, optOutUrl: exampleLink };

async function drawMail(input: InvitationInput): Promise<{ html: string; text: string }> {
  const template = await invitationTemplate(input);
  return fillInvitation(template, { firstName: "Anna", answerUrl: exampleLink, optOutUrl: exampleLink });
}

/** The preview's frame runs none, and browsers complain about each that they keep from running. */
const withoutScripts = (html: string) => html.replace(/<script\b.*?<\/script>/gs, "");

/** The text part as a mail program without HTML shows it. */
const plain = (text: string) =>
  `<!doctype html><html lang="en"><head><title>-</title></head><body style="margin:16px;background:#ffffff;color:#000000">` +
  `<pre style="margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.5 monospace">${escapeHtml(text)}</pre></body></html>`;
