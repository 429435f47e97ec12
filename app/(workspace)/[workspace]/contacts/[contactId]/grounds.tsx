import { dayText } from "#app/_i18n/format.ts";
import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import type { GroundChange } from "#server/contact/list-grounds.ts";
import { t as legal } from "../../_legal/words.ts";
import { t } from "../words.ts";
import type { FoundContact } from "./page.tsx";

type GroundsProps = { found: FoundContact; changes: readonly GroundChange[] };

/** On what ground this customer may be asked, since when, and how that came: every change, newest first. */
export function Grounds({ found, changes }: GroundsProps) {
  const { contact, timezone, country } = found;
  const [newest] = changes.filter(({ kind }) => kind === "ground");
  return (
    <Section title={t("why.title")}>
      <p className="pb-2">
        <span className="font-bold">{legal(`grounds.${contact.legalGround}`)}</span>
        {newest && (
          <span className="text-muted">
            {" "}
            {t("why.since")} <Moment at={newest.at} timeZone={timezone} style="date" />
          </span>
        )}
      </p>
      <ol className="text-sm">
        {changes.map((change) => (
          <li key={change.key} className="border-t border-line py-2">
            <span className="text-muted">
              <Moment at={change.at} timeZone={timezone} />
            </span>
            {change.kind === "law" ? (
              <p>{sayLaw(change.accepts, country)}</p>
            ) : (
              <p>{legal(`grounds.${change.ground}`)}</p>
            )}
            <p className="text-muted break-words">{about(change)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function sayLaw(
  accepts: Extract<GroundChange, { kind: "law" }>["accepts"],
  country: FoundContact["country"],
) {
  const where = legal(`countries.${country}`);
  if (accepts.length === 0) return t("why.lawNone", { country: where });
  const named = accepts.map((ground) => legal(`accept.${ground}`)).join("; ");
  return t("why.law", { country: where, accepts: named });
}

/** "Consent of 31 May 2026 · Source: web shop · By hand · Told by Maja Berg". */
function about(change: GroundChange): string {
  const { by: name } = change;
  if (change.kind === "law") return name ? t("why.changedBy", { name }) : "";
  const { consentedAt, source, cameBy } = change;
  return [
    consentedAt && t("why.consent", { date: dayText(consentedAt, "UTC") }),
    source && t("why.from", { source }),
    sayWay(cameBy),
    name && t("why.by", { name }),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** By which way it came, as the verbs that bring contacts name it; null where that is not known. */
function sayWay(cameBy: string | null): string | null {
  if (cameBy === "by hand") return t("why.came.byHand");
  if (cameBy === "noted case") return t("why.came.notedCase");
  if (cameBy === "past answers") return t("why.came.pastAnswers");
  return cameBy === "file" || cameBy === "api" || cameBy === "event" ? t(`why.came.${cameBy}`) : null;
}
