import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import { groupOf } from "#server/nps/groups.ts";
import { words } from "../words.ts";
import type { Recovery } from "./recovery.ts";

/** The score before the case, and the next one after it was closed; nothing until there is one. */
export function NextScore({ next, timeZone }: { next: Recovery["next"]; timeZone: string }) {
  if (!next) return null;
  const t = words();
  return (
    <Section title={t("recovery.next")}>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        {next.before !== null && (
          <>
            <Mark score={next.before} />
            <span aria-hidden="true">→</span>
            <span className="sr-only">{t("recovery.afterwards")}</span>
          </>
        )}
        <Mark score={next.score} />
        <span className="text-muted">
          <Moment at={next.answeredAt} timeZone={timeZone} style="date" />
        </span>
      </p>
    </Section>
  );
}

function Mark({ score }: { score: number }) {
  const group = groupOf(score);
  return <GroupMark group={group} score={score} label={words()(`group.${group}`)} />;
}
