import { dateText } from "#app/_i18n/format.ts";
import { aboutInWords, type Naming } from "./about-in-words.ts";
import type { ListedDigest } from "./digest-row.tsx";
import { timingInWords } from "./in-words.ts";
import { t } from "./words.ts";

type EndedRowProps = { digest: ListedDigest; naming: Naming; timezone: string };

/** A digest that ended not long ago: what it was, when it ended and why. */
export function EndedRow({ digest, naming, timezone }: EndedRowProps) {
  const { endedAt, endedBecause, endedBy, filter, mine, reader } = digest;
  const facts = [timingInWords(digest), !mine && t("forWhom", { name: reader })].filter(Boolean);
  const day = dateText(endedAt!, { dateStyle: "long", timeZone: timezone });
  return (
    <li className="border-t border-line py-4 text-sm text-muted">
      <h3 className="font-medium text-text">{aboutInWords(filter, naming)}</h3>
      <p className="mt-1">{facts.join(" · ")}</p>
      <p className="mt-1">{t(`endedWhy.${endedBecause!}`, { day, name: endedBy ?? t("somebody") })}</p>
    </li>
  );
}
