import { Check as Good, TriangleAlert } from "lucide-react";
import { languageText, listText, quoted } from "#app/_i18n/format.ts";
import { Icon } from "#app/_ui/icon.tsx";
import { isLocale } from "#server/i18n/locales.ts";
import { t } from "../../_surveys/words.ts";
import type { Check, Place } from "../preview/check.ts";

/** What was looked at in the mail and its words, and whether it is well. */
export function CheckList({ checks }: { checks: Check[] }) {
  if (checks.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 mb-2 text-sm font-medium text-muted">{t("checks.title")}</h3>
      <ul className="grid gap-2">
        {checks.map((check) => (
          <li key={check.id} className="flex gap-2">
            <span className={`mt-0.5 ${check.good ? "text-muted" : "text-warn"}`}>
              <Icon of={check.good ? Good : TriangleAlert} />
            </span>
            <span className="min-w-0 break-words">
              <span className="sr-only">{t(check.good ? "checks.good" : "checks.look")}: </span>
              {sentenceOf(check)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function sentenceOf(check: Check): string {
  switch (check.id) {
    case "links":
      return t("checks.links", { n: check.n });
    case "size":
      return t("checks.size", { kilobytes: check.kilobytes });
    case "contrast":
      return t("checks.contrast", { lowest: check.lowest });
    case "subject":
      return t(check.good ? "checks.subject" : "checks.subjectLong", { n: check.characters });
    case "languages":
      return check.good
        ? t("checks.languages")
        : t("checks.languagesMissing", {
            languages: listText(check.missing.map(({ locale }) => nameOf(locale))),
          });
    default:
      return check.good
        ? t(`checks.${check.id}`)
        : t(`checks.${check.id}Found`, { places: listText(check.places.map(placeOf)) });
  }
}

const nameOf = (locale: string) => (isLocale(locale) ? languageText(locale) : locale);

const placeOf = ({ found, locale }: Place) =>
  locale ? t("checks.place", { found, language: nameOf(locale) }) : quoted(found);
