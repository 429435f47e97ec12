import { UserRound } from "lucide-react";
import { Avatar } from "#app/_ui/avatar.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { cutShort, reasonOf } from "#server/case/urgency.ts";
import { RowName } from "../_row/row-name.tsx";
import { RowPresence } from "../_row/row-presence.tsx";
import { CameBy } from "../came-by.tsx";
import { DueTime } from "../clock-chip.tsx";
import { ContactWish } from "../contact-wish.tsx";
import { OwnerAway } from "../owner-away.tsx";
import { reasonInWords } from "../reason.ts";
import { heardOf, nameOf, type QueueRow, RowPromise, RowScore, RowTags } from "../row-lines.tsx";
import { snoozeInWords } from "../until.ts";
import { words } from "../words.ts";

type PaneRowProps = { row: QueueRow; now: Date; timeZone: string };

/**
 * What the list says of a case, for the narrow list beside another, each on a line of its own where there is something to
 * say: nothing can be pressed, since the whole is an option.
 */
export function PaneRow({ row, now, timeZone }: PaneRowProps) {
  const spoken = row.comment ?? row.said;
  const until = cutShort(row, now);
  return (
    <>
      <div className="col-start-1 row-start-1">
        {row.score !== null && <RowScore score={row.score} />}
        {row.cameBy && <CameBy way={row.cameBy} />}
      </div>
      <div className="col-start-2 flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate">
          <RowName one={heardOf(row)} name={nameOf(row)} account={row.accountName} />
        </p>
        <RowPresence caseId={row.id} short />
        <Owner name={row.assigneeName} />
      </div>
      {spoken && (
        <p
          lang={row.comment ? (row.locale ?? undefined) : undefined}
          className="col-start-2 truncate font-serif"
        >
          {spoken}
        </p>
      )}
      <p className="col-start-2 text-xs text-muted">
        <DueTime one={row} now={now} short />
        {reasonInWords(row, now, timeZone)}
      </p>
      <div className="col-start-2 grid grid-cols-[minmax(0,1fr)] gap-0.5 text-xs empty:hidden">
        {!isSaid(row, now) && <ContactWish answer={row} plain />}
        {row.promise && <RowPromise promise={row.promise} now={now} timeZone={timeZone} short />}
        {row.tags.length > 0 && <RowTags tags={row.tags} short />}
        {until && <span>{snoozeInWords(until, timeZone, "was")}</span>}
        {row.away && (
          <p className="text-muted">
            <OwnerAway away={row.away} now={now} timeZone={timeZone} />
          </p>
        )}
      </div>
    </>
  );
}

/** Whether the reason says already how the customer asked to be contacted. */
function isSaid(row: QueueRow, now: Date): boolean {
  const { kind } = reasonOf(row, now);
  return kind === "wants_mail" || kind === "wants_call";
}

/** Whose case it is, no higher than the line beside it. */
function Owner({ name }: { name: string | null }) {
  const t = words();
  return (
    <span className="-my-1 flex">
      {name ? (
        <Avatar name={name} alone />
      ) : (
        <span
          title={t("unassigned")}
          className="inline-flex size-7 items-center justify-center rounded-full border border-line-strong border-dashed text-muted"
        >
          <Icon of={UserRound} size={14} />
          <span className="sr-only">{t("unassigned")}</span>
        </span>
      )}
    </span>
  );
}
