import { type AnswerView, answerPage } from "#app/(public)/_pages/answer-page.ts";
import { type AskedSurvey, answerPageTemplate } from "#app/(public)/_pages/answer-template.ts";
import { checkPage, checkThanksPage } from "#app/(public)/_pages/check-page.ts";
import { enhanceKiosk } from "#app/(public)/_pages/enhance.ts";
import { busyPage, gonePage } from "#app/(public)/_pages/gone-page.ts";
import { lateQuotePage } from "#app/(public)/_pages/late-quote-page.ts";
import { type MineView, minePage } from "#app/(public)/_pages/mine-page.ts";
import { oncePage } from "#app/(public)/_pages/once-page.ts";
import { optOutPage } from "#app/(public)/_pages/opt-out-page.ts";
import { erasedPage, ownDataPage } from "#app/(public)/_pages/own-data-page.ts";
import type { QuoteView } from "#app/(public)/_pages/quote-form.ts";
import { thanksPage } from "#app/(public)/_pages/thanks-page.ts";
import type { NextStep } from "#server/case/rules.ts";
import { driversToStore, offeredDrivers } from "#server/driver/rules.ts";
import { suggestDrivers } from "#server/driver/suggest.ts";
import { languageOf, type Voice } from "#server/i18n/locales.ts";
import { textsFor } from "#server/survey/rules.ts";

export const companyName = "Fjordline";

export function asked(locale: Voice, over: Partial<AskedSurvey> = {}): AskedSurvey {
  const texts = textsFor({ texts: {}, companyName, locale });
  return { texts, drivers: [], companyName, locale, timeZone: "Europe/Oslo", ...over };
}

export const five = (voice: Voice) => offeredDrivers(driversToStore(suggestDrivers(), []), languageOf(voice));

export const view: AnswerView = {
  nonce: "bm9uY2U",
  action: "/r/1fjrd7k3xmpq0123456789abcdefghjk",
  hidden: { nonce: "mi1abc.9xkd93kd9_3kd.abcdefghijklmnopqrstuvwxyz" },
  score: 7,
  comment: "",
  optOutUrl: "/u/1fjrd7k3xmpq0123456789abcdefghjk",
};

export const answer = (locale: Voice, over: Partial<AnswerView> = {}) =>
  answerPage(answerPageTemplate(asked(locale)), { ...view, ...over });

export const until = new Date("2026-12-23T12:00:00Z");
export const optOut = { nonce: "n", action: "/u/1fjrd", timeZone: "Europe/Copenhagen" };
export const nextSteps: NextStep[] = [
  { kind: "look", who: null, by: until },
  { kind: "write", who: "Bo Friis", by: until },
  { kind: "call", who: "Bo Friis", by: until, phone: "+45 12 34 56 78" },
  { kind: "late", who: null },
  { kind: "replied" },
  { kind: "closed", at: until },
];
const said = { score: 3, comment: "Late\nagain", drivers: [{ id: "price", label: "Price" }], at: until };
export const mine: MineView = {
  nonce: "n",
  answer: {
    ...said,
    contact: { by: "none" },
    withdrawnAt: null,
    versions: [said],
    asked: { at: until, name: null, email: null },
    quotable: null,
    asksToQuote: false,
  },
  next: null,
  contact: { by: "phone", phone: "me" },
  problems: ["phoneMissing"],
  action: "/r/1fjrd/mine",
  hidden: { nonce: "x" },
  change: { url: "/r/1fjrd", until },
  optOut: { url: "/u/1fjrd", stopped: null },
  dataUrl: "/r/1fjrd/mine/data",
};
const quote: QuoteView = {
  ...{ words: "Quick & kind\n\nAgain", version: 1, hasCompany: true, standing: null, takenBackAt: null },
  ...{ asked: true, withWords: true, action: "/r/1fjrd/quote", hidden: { page: "thanks", nonce: "x" } },
};
const given = { ...quote, standing: { manner: "name_and_company" as const, since: until } };
const takenBack = { ...quote, hasCompany: false, takenBackAt: until };
const ownData = {
  ...{ companyName, nonce: "n", person: { name: "Åsa", email: "asa@b.example" }, dataUrl: "/p/1fjrd/data" },
  ...{ counts: { answers: 1, mails: 3, messages: 0 }, action: "/p/1fjrd" },
  contact: {
    ...{ controllerName: companyName, controllerAddress: "Strandgaten 1\n5013 Bergen" },
    ...{ controllerEmail: "data@fjordline.example", controllerPhone: null },
    ...{
      officerName: "Ida Vern",
      officerEmail: "privacy@fjordline.example",
      officerPhone: "+47 55 00 00 00",
    },
  },
};
const check = {
  ...{
    companyName,
    nonce: "n",
    timeZone: "Europe/Oslo",
    closedAt: until,
    action: "/c/1fjrd7k3xmpq0123456789abc",
  },
  ...{ hidden: view.hidden, answer: "partly" as const, comment: "", earlier: null, optOutUrl: "/u/1fjrd" },
};
/** Every page that a respondent can see, in each of its states, with what it is called. */
export const everyPage = (locale: Voice): [name: string, html: string][] => [
  ["answer", answer(locale)],
  [
    "answer with everything on it",
    answerPage(answerPageTemplate(asked(locale, { drivers: five(locale) })), {
      ...view,
      drivers: ["price", "ease"],
      problems: ["scoreMissing", "commentTooLong", "phoneMissing"],
      contact: { by: "phone", phone: "call me" },
      mineUrl: "/r/1fjrd7k3xmpq0123456789abcdefghjk/mine",
      earlier: { score: 4, at: until },
      test: true,
    }),
  ],
  ["answer that is to be sent again", answer(locale, { problems: ["pageTooOld"] })],
  ["thanks", thanksPage(asked(locale), { nonce: "n", score: 3, change: { url: "/r/1fjrd", until } })],
  [
    "thanks that say what was done",
    thanksPage(asked(locale), { nonce: "n", score: 9, youSaid: "More <ferries>.", change: null }),
  ],
  ...nextSteps.map((next): [string, string] => [
    `thanks that say what happens next: ${next.kind}`,
    thanksPage(asked(locale), { nonce: "n", score: 3, next, change: { url: "/r/1fjrd", until } }),
  ]),
  ...[quote, given, takenBack].flatMap((one): [string, string][] => [
    [
      "thanks that ask for leave to quote",
      thanksPage(asked(locale), {
        ...{ nonce: "n", score: 3, change: { url: "/r/1fjrd", until }, mineUrl: "/r/1fjrd/mine" },
        ...{ quote: one, problems: one.standing ? [] : ["mannerMissing"] },
      }),
    ],
    [
      "own page that asks for leave to quote",
      minePage(asked(locale), {
        ...{ ...mine, problems: ["quoteChanged"] },
        quote: { ...one, withWords: false },
      }),
    ],
  ]),
  ["consent to quote alone", lateQuotePage(asked(locale), { nonce: "n", quote: { ...given, asked: false } })],
  ...(["for good", until, null] as const).map((stopped): [string, string] => [
    `own page, with ${stopped === null ? "no opt-out" : stopped}`,
    minePage(asked(locale), { ...mine, optOut: { url: "/u/1fjrd", stopped } }),
  ]),
  [
    "own page of a withdrawn answer",
    minePage(asked(locale), { ...mine, answer: { ...mine.answer, withdrawnAt: until } }),
  ],
  [
    "answer by a link, with everything on it",
    answerPage(answerPageTemplate(asked(locale, { drivers: five(locale) }), enhanceKiosk), {
      ...{ ...view, optOutUrl: undefined, action: "/s/1fjrd7k3xmpq0123456789abcdefghjk", contact: null },
      ...{ drivers: ["price", "ease"], problems: ["scoreMissing", "commentTooLong"] },
    }),
  ],
  [
    "thanks of a kiosk",
    thanksPage(asked(locale), { nonce: "n", score: 3, change: null, nextUrl: "/s/1fjrd" }),
  ],
  ["check", checkPage({ ...check, locale })],
  [
    "check with everything on it",
    checkPage({
      ...{ ...check, locale, answer: null, earlier: { answer: "no", at: until } },
      problems: ["answerMissing", "commentTooLong"],
    }),
  ],
  ...(["yes", "no"] as const).map((answer): [string, string] => [
    `thanks for a check: ${answer}`,
    checkThanksPage({ ...check, locale, answer, who: "Bo Friis", change: { url: "/c/1fjrd", until } }),
  ]),
  ["answered already", oncePage({ locale, companyName, nonce: "n" })],
  ["opt-out", optOutPage({ ...optOut, locale, companyName, stopped: null })],
  ["break", optOutPage({ ...optOut, locale, companyName, stopped: until })],
  ["opted out", optOutPage({ ...optOut, locale, companyName, stopped: "for good" })],
  ["opt-out, link sent", optOutPage({ ...optOut, locale, companyName, stopped: null, linkSent: true })],
  ["own data", ownDataPage({ ...ownData, locale })],
  ["own data, not sure", ownDataPage({ ...ownData, locale, unsure: true })],
  ["erased", erasedPage({ ...ownData, locale })],
  ["gone", gonePage({ locale, nonce: "n" })],
  ["busy", busyPage({ locale, nonce: "n" })],
];
