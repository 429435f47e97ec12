import { clsx } from "clsx";
import { Avatar } from "#app/_ui/avatar.tsx";
import { cutShort } from "#server/case/urgency.ts";
import { CameBy } from "../came-by.tsx";
import { ClockChip } from "../clock-chip.tsx";
import { ContactWish } from "../contact-wish.tsx";
import { OwnerAway } from "../owner-away.tsx";
import { reasonInWords } from "../reason.ts";
import { nameOf, type QueueRow, RowPromise, RowScore, RowTags } from "../row-lines.tsx";
import { snoozeInWords } from "../until.ts";
import { words } from "../words.ts";

type PaneRowProps = { row: QueueRow; now: Date; timeZone: string };

/** What the list says of a case, for the narrow list beside another: nothing can be pressed, since the whole is an option. */
export function PaneRow({ row, now, timeZone }: PaneRowProps) {
  const t = words();
  const spoken = row.comment ?? row.said;
  const until = cutShort(row, now);
  return (
    <>
      <div className="col-start-1 row-start-1">
        {row.score !== null && <RowScore score={row.score} />}
        {row.cameBy && <CameBy way={row.cameBy} />}
      </div>
      <p className="col-start-2 truncate">
        <b className="font-bold">{nameOf(row)}</b>
        {row.accountName && ` · ${row.accountName}`}
      </p>
      <p className="col-start-2 text-muted">{reasonInWords(row, now, timeZone)}</p>
      <p
        lang={row.comment ? (row.locale ?? undefined) : undefined}
        className={clsx("col-start-2 truncate", spoken ? "font-serif text-base" : "text-muted")}
      >
        {spoken ?? t("noComment")}
      </p>
      <div className="col-start-2 grid gap-0.5 empty:hidden">
        <ContactWish answer={row} plain />
        {row.promise && <RowPromise promise={row.promise} now={now} timeZone={timeZone} />}
        {row.tags.length > 0 && <RowTags tags={row.tags} />}
        {until && <span>{snoozeInWords(until, timeZone, "was")}</span>}
      </div>
      <div className="col-start-2 mt-1 flex items-center justify-between gap-2">
        <ClockChip one={row} now={now} />
        {row.assigneeName ? (
          <Avatar name={row.assigneeName} alone />
        ) : (
          <span className="text-muted">{t("unassigned")}</span>
        )}
      </div>
      {row.away && (
        <p className="col-start-2 text-right text-muted">
          <OwnerAway away={row.away} now={now} timeZone={timeZone} />
        </p>
      )}
    </>
  );
}
