import { escapeHtml } from "#emails/escape-html.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { type AnswerProblem, problemBeside, problemState } from "./problems.ts";

/** The wish to be contacted as it stands in the form: what was typed, be it a number or not. */
export type TypedWish = { by: "none" | "email" | "phone"; phone: string };

/** A box to be ticked by whoever wishes to be contacted; ticked, it shows how, and where to call. No script has part in that. */
export function contactFields(
  { by, phone }: TypedWish,
  {
    companyName,
    locale,
    problems,
  }: { companyName: string; locale: Voice; problems: readonly AnswerProblem[] },
): string {
  const t = translator(locale, "answer");
  const say = (key: Parameters<typeof t>[0]) => escapeHtml(t(key));
  const checked = (yes: boolean) => (yes ? " checked" : "");
  return (
    `<div class="tick"><input type="checkbox" id="contact" name="contact" value="yes"${checked(by !== "none")}>` +
    `<label for="contact">${escapeHtml(t("contact", { company: companyName }))}</label>` +
    `<fieldset class="how"><legend class="sr">${say("contactHow")}</legend>` +
    `<div class="tick"><input type="radio" id="by-email" name="by" value="email"${checked(by !== "phone")}>` +
    `<label for="by-email">${say("contactEmail")}</label></div>` +
    `<div class="tick"><input type="radio" id="by-phone" name="by" value="phone"${checked(by === "phone")}>` +
    `<label for="by-phone">${say("contactPhone")}</label>` +
    `<div class="tel"><label for="phone">${say("phone")}</label>${problemBeside("phone", problems, locale)}` +
    `<input type="tel" id="phone" name="phone" maxlength="60" autocomplete="tel" value="${escapeHtml(phone)}"${problemState("phone", problems)}></div></div>` +
    `</fieldset></div>`
  );
}

/**
 * The wish that a form has. What stands beside a box that is not ticked was not meant, but is kept for whoever gets
 * the page back.
 */
export function wishIn(form: URLSearchParams | null): TypedWish {
  const by = form?.get("by") === "phone" ? "phone" : "email";
  return { by: form?.get("contact") ? by : "none", phone: form?.get("phone") ?? "" };
}
