import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { CustomerQuote } from "#app/(workspace)/_nps/customer-quote.tsx";
import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import { groupOf } from "#server/nps/groups.ts";
import type { RouterOutputs } from "#server/router.ts";
import { t } from "./words.ts";

type TrialExamplesProps = { workspace: string; trial: RouterOutputs["rule"]["try"] };

/** The newest answers that the rule would have taken, in the customers' words. */
export function TrialExamples({ workspace, trial: { examples, timezone } }: TrialExamplesProps) {
  return (
    <Section title={t("examples")} space="rule" level={3}>
      <ul aria-label={t("examples")}>
        {examples.map(({ id, name, score, comment, locale, answeredAt, hasCase, unthanked }) => {
          const group = groupOf(score);
          return (
            <li key={id} className="border-t border-line py-3 first:border-t-0">
              <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
                <GroupMark group={group} score={score} label={t(`groups.${group}`)} />
                <TextLink href={`/${workspace}/responses/${id}`}>{name ?? t("noName")}</TextLink>
                <span>
                  <Moment at={new Date(answeredAt)} timeZone={timezone} />
                  {hasCase && ` · ${t("hasCase")}`}
                  {unthanked !== undefined && ` · ${t(unthanked ? "thanks.wouldNot" : "thanks.would")}`}
                </span>
              </p>
              {comment ? (
                <CustomerQuote lang={locale}>{comment}</CustomerQuote>
              ) : (
                <p className="text-sm text-muted">{t("noComment")}</p>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
