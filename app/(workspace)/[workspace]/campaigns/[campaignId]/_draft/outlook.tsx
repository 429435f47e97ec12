import { numberText } from "#app/_i18n/format.ts";
import type { RouterOutputs } from "#server/router.ts";
import { t as legal } from "../../../_legal/words.ts";
import { t } from "../../_campaigns/words.ts";

type Seen = RouterOutputs["campaign"]["lookAhead"];

/** Who would be asked and who not and why, with the first few by name. */
export function Outlook({ ahead }: { ahead: Seen }) {
  const leftOut = ahead.excluded.reduce((sum, { n }) => sum + n, 0);
  return (
    <div className="grid gap-4">
      <div>
        <p className="text-lg font-bold tabular-nums">{t("ahead.asked", { n: ahead.asked })}</p>
        <p className="text-muted">{namesInWords(ahead.askedPeople, ahead.asked)}</p>
      </div>
      <div>
        <p className="font-medium tabular-nums">{t("ahead.leftOut", { n: leftOut })}</p>
        {ahead.excluded.length > 0 && (
          <dl className="mt-1 text-sm">
            {ahead.excluded.map(({ reason, n, people }) => (
              <div key={reason} className="border-b border-line py-2 last:border-0">
                <dt className="flex justify-between gap-4">
                  {t(`reason.${reason}`)}
                  <span className="tabular-nums">{numberText(n)}</span>
                </dt>
                <dd className="break-words text-muted">{namesInWords(people, n)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {ahead.ungrounded.length > 0 && (
        <ul className="grid gap-2 text-sm text-muted">
          {ahead.ungrounded.map(({ country, n, reason }) => (
            <li key={country}>
              <b className="font-medium text-text">
                {t("ahead.ungrounded", { country: legal(`countries.${country}`), n })}
              </b>{" "}
              {reason}
            </li>
          ))}
        </ul>
      )}
      {ahead.unknownTotal > 0 && (
        <p className="text-sm break-words text-warn">
          {t("ahead.unknown", {
            n: ahead.unknownTotal,
            names: namesInWords(ahead.unknown, ahead.unknownTotal),
          })}
        </p>
      )}
      <p className="text-sm text-subtle">{t("ahead.now")}</p>
    </div>
  );
}

function namesInWords(names: readonly string[], total: number): string {
  const said = names.join(", ");
  return total > names.length ? t("ahead.such", { names: said, n: total - names.length }) : said;
}
