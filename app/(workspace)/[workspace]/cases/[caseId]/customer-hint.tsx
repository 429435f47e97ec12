import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import type { PastCase } from "#server/case/past.ts";
import { groupOf } from "#server/nps/groups.ts";
import { words } from "../words.ts";
import type { FoundCase, Promised } from "./thread.tsx";

type CustomerHintProps = {
  customer: FoundCase["customer"];
  past: readonly PastCase[];
  promises: readonly Promised[];
};

/** In a line: the newest score and how many there are, what is promised, and how many other cases there were. */
export function CustomerHint({ customer, past, promises }: CustomerHintProps) {
  if (!customer) return null;
  const t = words();
  const { history } = customer;
  const [newest] = history;
  const promised = [...promises, ...past.flatMap((one) => one.promises)];
  const open = promised.filter(({ endedAs }) => endedAs === null).length;
  return (
    <>
      <span className="flex items-center gap-2">
        {newest && (
          <GroupMark
            group={groupOf(newest.score)}
            score={newest.score}
            label={t(`group.${groupOf(newest.score)}`)}
          />
        )}
        {t("hint.scores", { n: history.length })}
      </span>
      {open > 0 && <span>{t("hint.promises", { n: open })}</span>}
      {past.length > 0 && <span>{t("hint.cases", { n: past.length })}</span>}
    </>
  );
}
