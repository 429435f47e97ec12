import { Section } from "#app/_ui/section.tsx";
import { CustomerQuote } from "#app/(workspace)/_nps/customer-quote.tsx";
import { type Change, changeBetween } from "#server/response/rules.ts";
import { words } from "../words.ts";
import type { PartProps } from "./answer-detail.tsx";

/** What the customer changed from one version to the next, the last change first, and what was said before. */
export function AnswerChanges({ found, moment, level }: PartProps) {
  const { versions, response, drivers } = found;
  if (versions.length === 0) return null;
  const t = words();
  const now = { ...response, drivers, givenAt: response.updatedAt };
  const steps = versions.map((before, place) => ({ before, after: versions[place + 1] ?? now }));
  return (
    <Section title={t("versions")} level={level}>
      <ol className="grid gap-4">
        {steps.toReversed().map(({ before, after }) => {
          const change = changeBetween(before, after);
          return (
            <li key={before.version}>
              <p className="text-sm">
                <span className="text-muted">{moment(after.givenAt)}</span> {inWords(change)}
              </p>
              {change.comment && before.comment && (
                <div className="mt-1 border-l border-line-strong pl-4 text-muted">
                  <p className="text-sm">{t("change.before")}</p>
                  <CustomerQuote lang={response.locale}>{before.comment}</CustomerQuote>
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function inWords({ score, comment, added, removed, wish }: Change): string {
  const t = words();
  const sentences = [
    score && t("change.score", score),
    comment && t(`change.comment.${comment}`),
    added.length > 0 && t("change.reasonsAdded", { reasons: added.join(", ") }),
    removed.length > 0 && t("change.reasonsRemoved", { reasons: removed.join(", ") }),
    wish && t(`change.wish.${wish}`),
  ].filter(Boolean);
  return sentences.length > 0 ? sentences.join(" ") : t("change.nothing");
}
