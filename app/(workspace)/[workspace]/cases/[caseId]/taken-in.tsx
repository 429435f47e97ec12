import { Moment } from "#app/_ui/moment.tsx";
import { CustomerQuote } from "#app/(workspace)/_nps/customer-quote.tsx";
import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import { groupOf } from "#server/nps/groups.ts";
import { CameBy } from "../came-by.tsx";
import { words } from "../words.ts";
import type { FoundCase } from "./thread.tsx";

type TakenInProps = { one: FoundCase["takenIn"][number]; name: string; timeZone: string };

/** What the customer answered or said in a case that was merged into this one. */
export function TakenIn({ one, name, timeZone }: TakenInProps) {
  const t = words();
  const spoken = one.comment ?? one.said;
  const group = one.score === null ? null : groupOf(one.score);
  return (
    <article aria-label={t("merge.answer", { name })} className="grid gap-2 border-b border-line py-4">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
        {group && <GroupMark group={group} score={one.score!} label={t(`group.${group}`)} />}
        {one.cameBy && <CameBy way={one.cameBy} />}
        <span>
          {t("merge.fromOther")} · <Moment at={one.answeredAt ?? one.openedAt} timeZone={timeZone} />
        </span>
      </p>
      {spoken && <CustomerQuote lang={one.locale ?? undefined}>{spoken}</CustomerQuote>}
    </article>
  );
}
