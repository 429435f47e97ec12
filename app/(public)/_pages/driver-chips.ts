import { escapeHtml } from "#emails/escape-html.ts";
import type { OfferedDriver } from "#server/driver/rules.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";

/** The one-tap reasons as boxes to tick, any number of them; nothing where a survey has none in this language. */
export function driverChips(
  drivers: readonly OfferedDriver[],
  chosen: readonly string[],
  locale: Voice,
): string {
  if (drivers.length === 0) return "";
  const t = translator(locale, "answer");
  const chips = drivers.map(({ id, label }) => {
    const checked = chosen.includes(id) ? " checked" : "";
    return `<label><input type="checkbox" name="driver" value="${escapeHtml(id)}"${checked}><span>${escapeHtml(label)}</span></label>`;
  });
  return `<fieldset class="chips"><legend><b>${escapeHtml(t("drivers"))}</b> <span class="mu">${escapeHtml(t("optional"))}</span></legend>${chips.join("")}</fieldset>`;
}
