import { GroupShape } from "#app/(workspace)/_nps/group-mark.tsx";
import type { GroupVerdict } from "#server/dashboard/group-verdict.ts";
import { rateInterval } from "#server/nps/rate.ts";
import { Linked } from "./linked.tsx";
import { percentOf, words } from "./words.ts";

/** How many of all are of one group: what stands in the place of a score that would be ±100 whatever happens. */
export function GroupScore({ verdict, answers }: { verdict: GroupVerdict; answers?: string }) {
  const t = words();
  const { group, now } = verdict;
  const interval = rateInterval(now);
  return (
    <div>
      <p className="flex items-center gap-3 text-score font-bold tabular-nums md:text-score-wide">
        {now.count.toLocaleString("en")}
      </p>
      <p className="mt-1.5 flex items-center gap-2 text-muted">
        <GroupShape group={group} />
        <Linked to={answers}>{t(`groups.${group}`, { n: now.count })}</Linked>
        {t("share.of", { percent: percentOf(now), n: now.of })}
      </p>
      {interval && (
        <p className="mt-2 max-w-[46ch] text-sm text-muted">
          {t("share.interval", {
            low: Math.round(interval.low * 100),
            high: Math.round(interval.high * 100),
          })}
        </p>
      )}
    </div>
  );
}
