import { escapeHtml } from "#emails/escape-html.ts";
import type { NextStep } from "#server/case/rules.ts";
import { formatDate } from "#server/i18n/format.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import type { AskedSurvey } from "./answer-template.ts";

/** What happens next with an answer, by whom and by when, in one sentence. Markup. */
export function sayNext(
  next: NextStep,
  { companyName: company, locale, timeZone }: Pick<AskedSurvey, "companyName" | "locale" | "timeZone">,
): string {
  const t = translator(locale, "answer");
  if (next.kind === "replied") return escapeHtml(t("nextReplied", { company }));
  if (next.kind === "closed") {
    return escapeHtml(t("nextClosed", { company, date: formatDate(next.at, locale, timeZone) }));
  }
  const who = sayWho(next.who, company, locale);
  if (next.kind === "late") return escapeHtml(t("nextLate", { who }));
  const date = formatDate(next.by, locale, timeZone);
  if (next.kind === "call") return escapeHtml(t("nextCall", { who, date, phone: next.phone }));
  return escapeHtml(t(next.kind === "write" ? "nextWrite" : "nextLook", { who, date }));
}

/** "Bo Friis at Fjordline", or who is nobody yet. Plain text. */
export function sayWho(name: string | null, company: string, locale: Voice): string {
  const t = translator(locale, "answer");
  return name ? t("nextName", { name, company }) : t("nextSomebody", { company });
}
