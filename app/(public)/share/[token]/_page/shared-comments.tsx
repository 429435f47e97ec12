import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import { groupName } from "#app/(public)/_share/group-name.ts";
import type { SharedView } from "#app/(public)/_share/open-share.ts";
import { t } from "#app/(public)/_share/words.ts";
import { AnswerRow } from "#app/(workspace)/_nps/answer-row.tsx";
import { groupOf } from "#server/nps/groups.ts";

/** The newest comments, each under the group of its customer where the link shows no names. */
export function SharedComments({ comments, timeZone }: Pick<SharedView, "comments"> & { timeZone: string }) {
  if (comments.length === 0) return null;
  return (
    <Section title={t("reader.comments")}>
      <ul aria-label={t("reader.comments")}>
        {comments.map(({ id, score, comment, locale, answeredAt, name, company }) => {
          const group = groupOf(score);
          return (
            <AnswerRow
              key={id}
              group={group}
              groupLabel={groupName(group)}
              score={score}
              name={name ?? groupName(group)}
              company={company ?? undefined}
              when={<Moment at={answeredAt} timeZone={timeZone} style="date" />}
              comment={comment}
              commentLang={locale}
            />
          );
        })}
      </ul>
    </Section>
  );
}
