import { languageText } from "#app/_i18n/format.ts";
import { Notice } from "#app/_ui/notice.tsx";
import { LocaleTexts } from "#server/survey/schema.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";

const fields = LocaleTexts.keyof().options;
const fieldOf = (name: string) => fields.find((field) => field === name) ?? "question";

/** What stands in the way of a neutral survey, text by text; nothing when nothing does. */
export function NotNeutral({ found }: { found: SeenCampaign["notNeutral"] }) {
  if (found.length === 0) return null;
  return (
    <Notice tone="warn" title={t("text.notNeutral")}>
      <ul className="list-disc pl-5">
        {found.map(({ field, locale, found: words }) => (
          <li key={`${field} ${locale} ${words}`}>
            {locale
              ? t("text.notNeutralIn", {
                  found: words,
                  field: field === "driver" ? t("text.driver") : t(`text.field.${fieldOf(field)}`),
                  language: languageText(locale),
                })
              : t("text.notNeutralSender", { found: words })}
          </li>
        ))}
      </ul>
      <p>{t("text.notNeutralText")}</p>
    </Notice>
  );
}
