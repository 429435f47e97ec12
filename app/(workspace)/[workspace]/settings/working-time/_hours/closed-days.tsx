import { AddClosedDay } from "./add-closed-day.tsx";
import { RemoveClosedDay } from "./remove-closed-day.tsx";
import { t } from "./words.ts";

type ClosedDaysProps = {
  workspace: string;
  /** Null: the workspace's. */
  teamId: string | null;
  /** `day` in words. */
  closed: readonly { id: string; day: string; name: string }[];
};

/** The days to come on which the workspace or a team is closed by its own will; more can be added. */
export function ClosedDays({ workspace, teamId, closed }: ClosedDaysProps) {
  return (
    <div className="grid gap-4">
      <p className="max-w-[66ch] text-sm text-muted">
        {t("ownDaysText")} {t("ownDaysOfCompany")}
      </p>
      {closed.length === 0 && <p className="text-sm">{t("noOwnDays")}</p>}
      <ul className="text-sm empty:hidden">
        {closed.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
          >
            <span className="min-w-0 break-words">
              {one.day} · {one.name}
            </span>
            <RemoveClosedDay workspace={workspace} closed={one} />
          </li>
        ))}
      </ul>
      <AddClosedDay workspace={workspace} teamId={teamId} />
    </div>
  );
}
