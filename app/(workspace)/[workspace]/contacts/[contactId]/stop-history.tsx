import { quoted, withinSentence } from "#app/_i18n/format.ts";
import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import type { Change } from "#server/suppression/queries.ts";
import { t } from "../words.ts";

type StopHistoryProps = { changes: Change[]; timezone: string };

/** When mail to this address was stopped and allowed again, by whom and why, newest first. */
export function StopHistory({ changes, timezone }: StopHistoryProps) {
  if (changes.length === 0) return null;
  return (
    <Section title={t("stops.history")}>
      <ol className="text-sm">
        {changes.map(({ at, change, reason, scope, until, by, why }) => (
          <li key={at.toISOString() + change + reason} className="border-t border-line py-2">
            <span className="text-muted">
              <Moment at={at} timeZone={timezone} />
            </span>
            <p>
              {t(`stops.changed.${change}`, {
                reason: withinSentence(t(`stops.because.${reason}`)),
                scope: withinSentence(t(`stops.reach.${scope}`)),
              })}
              {until && change === "added" && (
                <>
                  {" "}
                  {t("stops.untilDate")} <Moment at={until} timeZone={timezone} style="date" />.
                </>
              )}
            </p>
            {(by || why) && (
              <p className="text-muted">
                {[by && t("stops.by", { name: by }), why && quoted(why)].filter(Boolean).join(": ")}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
