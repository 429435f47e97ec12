import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { AnswerRow } from "#app/(workspace)/_nps/answer-row.tsx";
import { groupOf } from "#server/nps/groups.ts";
import { words } from "../words.ts";
import type { PartProps } from "./answer-detail.tsx";

/** The last answers that the same customer gave at other times, newest first. */
export function OtherAnswers({ workspace, found, moment, level }: PartProps & { workspace: string }) {
  if (found.others.length === 0) return null;
  const t = words();
  return (
    <Section
      title={t("others")}
      level={level}
      actions={
        <TextLink href={`/${workspace}/contacts/${found.response.contactId}`} className="text-sm">
          {t("allOthers")}
        </TextLink>
      }
    >
      <ul aria-label={t("others")}>
        {found.others.map(({ id, score, comment, locale, answeredAt }) => (
          <AnswerRow
            key={id}
            group={groupOf(score)}
            groupLabel={t(`one.${groupOf(score)}`)}
            score={score}
            name={moment(answeredAt)}
            href={`/${workspace}/responses/${id}`}
            comment={comment ?? undefined}
            commentLang={locale}
            lines={2}
          />
        ))}
      </ul>
    </Section>
  );
}
