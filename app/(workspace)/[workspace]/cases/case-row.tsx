import Link from "next/link";
import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import type { listCases } from "#server/case/queries.ts";
import { groupOf } from "#server/nps/groups.ts";
import { ClockChip } from "./clock-chip.tsx";
import { ContactWish } from "./contact-wish.tsx";
import { words } from "./words.ts";

type Row = Awaited<ReturnType<typeof listCases>>["cases"][number];

/** One case of the queue: score, customer, the beginning of what they said, the clock, the owner. */
export function CaseRow({ row, href, now }: { row: Row; href: string; now: Date }) {
  const t = words();
  const name = row.contactName ?? row.contactEmail ?? t("noName");
  return (
    <li className="relative grid grid-cols-[3.5rem_minmax(0,1fr)] gap-y-1 border-t border-line py-4 hover:bg-sunken sm:grid-cols-[3.5rem_minmax(0,1fr)_auto]">
      {row.score !== null && <Mark score={row.score} />}
      <p className="col-start-2">
        <Link href={href} className="font-bold after:absolute after:inset-0">
          {name}
        </Link>
        {row.accountName && ` · ${row.accountName}`}
      </p>
      <div className="col-start-2 sm:col-start-3 sm:row-start-1 sm:text-right">
        <ClockChip one={row} now={now} />
      </div>
      <p
        lang={row.comment ? (row.locale ?? undefined) : undefined}
        className={row.comment ? "col-start-2 line-clamp-2 font-serif text-quote" : "col-start-2 text-muted"}
      >
        {row.comment ?? t("noComment")}
      </p>
      <div className="col-start-2">
        <ContactWish answer={row} />
      </div>
      <p className="col-start-2 text-sm text-muted sm:col-start-3 sm:text-right">
        {row.assigneeName ?? t("unassigned")}
      </p>
    </li>
  );
}

function Mark({ score }: { score: number }) {
  const group = groupOf(score);
  return <GroupMark group={group} score={score} label={words()(`group.${group}`)} />;
}
