import { Chip } from "#app/_ui/chip.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { AnswerRow } from "#app/(workspace)/_nps/answer-row.tsx";
import { groupOf } from "#server/nps/groups.ts";
import { ClockChip } from "../cases/clock-chip.tsx";
import { Panel } from "./panel.tsx";
import type { Shown } from "./places.ts";
import { words } from "./words.ts";

/** The newest answers in the customers' own words, with the state of their cases. */
export function LatestAnswers({ found, places }: Shown) {
  const t = words();
  const now = new Date();
  if (found.newest.length === 0) return null;
  return (
    <Panel
      title={t("latest")}
      places={places}
      about={<p>{t("about.latest")}</p>}
      actions={
        places.answers && (
          <TextLink href={places.answers(found.days)} className="px-1 py-1 text-sm max-sm:py-2.5">
            {t("allAnswers")}
          </TextLink>
        )
      }
    >
      <ul aria-label={t("latest")}>
        {found.newest.map((answer) => {
          const group = groupOf(answer.score);
          return (
            <AnswerRow
              key={answer.id}
              group={group}
              groupLabel={t(`group.${group}`)}
              score={answer.score}
              name={answer.contactName ?? answer.contactEmail ?? t("anonymous")}
              company={answer.accountName ?? undefined}
              href={places.answer?.(answer.id)}
              when={<Moment at={answer.answeredAt} timeZone={found.workspace.timezone} />}
              chip={answer.case ? <ClockChip one={answer.case} now={now} /> : <Chip>{t("noCase")}</Chip>}
              comment={answer.comment ?? undefined}
              commentLang={answer.locale}
              lines={3}
            />
          );
        })}
      </ul>
    </Panel>
  );
}
