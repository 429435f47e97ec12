import { clsx } from "clsx";
import { cutShort } from "#server/case/urgency.ts";
import { SnoozeAgain } from "./_act/snooze-again.tsx";
import { SelectCase } from "./_queue/select-case.tsx";
import { RowName } from "./_row/row-name.tsx";
import { RowPresence } from "./_row/row-presence.tsx";
import { CameBy } from "./came-by.tsx";
import { DueTime } from "./clock-chip.tsx";
import { ContactWish } from "./contact-wish.tsx";
import { OwnerAway } from "./owner-away.tsx";
import { reasonInWords } from "./reason.ts";
import { heardOf, nameOf, type QueueRow, RowPromise, RowScore, RowTags } from "./row-lines.tsx";
import { words } from "./words.ts";

type CaseRowProps = { row: QueueRow; href: string; now: Date; timeZone: string };

/** One case of the queue: score, customer, why it stands here, what they said first, when an answer is due, the owner, who is at it. */
export function CaseRow({ row, href, now, timeZone }: CaseRowProps) {
  const t = words();
  const name = nameOf(row);
  const until = cutShort(row, now);
  const spoken = row.comment ?? row.said;
  return (
    <li
      data-case={row.id}
      className="relative grid grid-cols-[3.5rem_minmax(0,1fr)] gap-y-1 border-t border-line py-4 hover:bg-sunken has-checked:bg-brand-tint sm:grid-cols-[2rem_3.5rem_minmax(0,1fr)_auto] sm:gap-x-0"
    >
      <div className="col-start-1 row-start-2 max-sm:row-span-2 sm:row-start-1">
        <SelectCase id={row.id} name={name} />
      </div>
      {row.score !== null && (
        <div className="col-start-1 row-start-1 sm:col-start-2">
          <RowScore score={row.score} />
        </div>
      )}
      {row.cameBy && (
        <div className="col-start-1 row-start-1 text-muted sm:col-start-2">
          <CameBy way={row.cameBy} />
        </div>
      )}
      <p className={clsx(said, "row-start-1")}>
        <RowName one={heardOf(row)} name={name} account={row.accountName} href={href} />
      </p>
      <p className={clsx(said, "text-sm text-muted sm:row-start-2")}>{reasonInWords(row, now, timeZone)}</p>
      <div className="col-start-2 flex flex-wrap items-center gap-x-4 gap-y-1 empty:hidden sm:col-start-4 sm:row-start-1 sm:justify-end sm:pl-4">
        <RowPresence caseId={row.id} />
        <DueTime one={row} now={now} />
      </div>
      <p
        lang={row.comment ? (row.locale ?? undefined) : undefined}
        className={clsx(said, spoken ? "line-clamp-2 font-serif text-quote" : "text-muted")}
      >
        {spoken ?? t("noComment")}
      </p>
      {row.contactBy && (
        <div className={said}>
          <ContactWish answer={row} />
        </div>
      )}
      {row.promise && (
        <p className={said}>
          <RowPromise promise={row.promise} now={now} timeZone={timeZone} />
        </p>
      )}
      {row.tags.length > 0 && (
        <p className={said}>
          <RowTags tags={row.tags} />
        </p>
      )}
      {until && (
        <div className={said}>
          <SnoozeAgain one={{ id: row.id, name }} until={until} />
        </div>
      )}
      <p className="col-start-2 text-sm text-muted sm:col-start-4 sm:row-start-2 sm:pl-4 sm:text-right">
        {row.assigneeName ?? t("unassigned")}
        <OwnerAway away={row.away} now={now} timeZone={timeZone} />
      </p>
    </li>
  );
}

const said = "col-start-2 sm:col-start-3";
