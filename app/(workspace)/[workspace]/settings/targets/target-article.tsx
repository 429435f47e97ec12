import { Chip } from "#app/_ui/chip.tsx";
import { sayOwner, saySize, sayTarget, words } from "../../_targets/say.ts";
import { Standing } from "../../_targets/standing.tsx";
import { dayInWords, daysInWords } from "../../dashboard/words.ts";
import { ChangeLog } from "./change-log.tsx";
import { ChangeTargetDialog } from "./change-target-dialog.tsx";
import { EndTargetDialog } from "./end-target-dialog.tsx";
import type { Found } from "./page.tsx";

type TargetArticleProps = {
  workspace: string;
  target: Found["targets"][number];
  members: Found["members"];
  timezone: string;
  manages: boolean;
};

/** One target: what it asks for, how it stands, how it went before, and what was changed. */
export function TargetArticle({ workspace, target, members, timezone, manages }: TargetArticleProps) {
  const t = words();
  const { id, metric, goal, now, earlier, version, minimum, ownerId } = target;
  const name = sayTarget(metric, goal);
  const isOver = now?.standing.state === "reached" || now?.standing.state === "missed";
  return (
    <article id={id} aria-labelledby={`${id}-name`} className="border-t border-line py-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1.5">
          <h3 id={`${id}-name`} className="text-lg font-bold">
            {name}
          </h3>
          <p className="text-sm text-muted">{factsOf(target).join(" · ")}</p>
        </div>
        {manages && !target.endedOn && !isOver && (
          <div className="flex gap-2 print:hidden">
            <ChangeTargetDialog
              workspace={workspace}
              name={name}
              members={members}
              target={{ id, version, goal, minimum, ownerId }}
            />
            <EndTargetDialog workspace={workspace} name={name} target={{ id, version }} />
          </div>
        )}
      </div>
      <div className="mt-3 grid gap-2">
        {target.endedOn && (
          <p>
            <Chip>{t("endedOn", { day: dayInWords(target.endedOn) })}</Chip>
          </p>
        )}
        {now && <Standing metric={metric} of={now} />}
        <p className="max-w-[66ch] text-sm text-muted">{t(`counted.${metric}`)}</p>
      </div>
      {earlier.length > 0 && (
        <section aria-label={t("earlier")} className="mt-4">
          <h4 className="mb-1.5 text-sm font-medium text-muted">{t("earlier")}</h4>
          <ul className="grid gap-1.5">
            {earlier.map((one) => (
              <li key={one.period.from}>
                <Standing metric={metric} of={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <ChangeLog metric={metric} versions={target.versions} timezone={timezone} />
    </article>
  );
}

function factsOf({
  metric,
  teamName,
  teamId,
  repeats,
  fromDay,
  toDay,
  now,
  minimum,
  ownerName,
}: Found["targets"][number]) {
  const t = words();
  const days = now ? daysInWords(now.period.from, now.period.to) : daysInWords(fromDay, toDay ?? fromDay);
  return [
    teamId ? t("team", { name: teamName ?? "" }) : t("whole"),
    repeats ? (now ? `${t(`every.${repeats}`)} (${days})` : t(`every.${repeats}`)) : days,
    t("minimum", { n: saySize(metric, minimum) }),
    t("owner", { name: sayOwner(ownerName) }),
  ];
}
