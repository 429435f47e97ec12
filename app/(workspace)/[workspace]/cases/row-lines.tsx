import { clsx } from "clsx";
import { Handshake, Tag } from "lucide-react";
import { Icon } from "#app/_ui/icon.tsx";
import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import type { listCases } from "#server/case/list.ts";
import { groupOf } from "#server/nps/groups.ts";
import { dueInWords } from "./_promise/words.ts";
import type { Heard } from "./_row/reads.tsx";
import { words } from "./words.ts";

export type QueueRow = Awaited<ReturnType<typeof listCases>>["cases"][number];

/** Whose case a row is, for the list and for what is read aloud. */
export const nameOf = (row: QueueRow): string => row.contactName ?? row.contactEmail ?? words()("noName");

/** When its customer was last heard, and whether its reader knows that. */
export const heardOf = ({ id, heardAt, unread }: QueueRow): Heard => ({ id, heardAt, unread });

/** The score that a case came with. */
export function RowScore({ score }: { score: number }) {
  const group = groupOf(score);
  return <GroupMark group={group} score={score} label={words()(`group.${group}`)} />;
}

type RowPromiseProps = {
  promise: NonNullable<QueueRow["promise"]>;
  now: Date;
  timeZone: string;
  /** On one line, as far as it goes. */
  short?: boolean;
};

/** What was promised and is due first, when, and by whom. */
export function RowPromise({ promise, now, timeZone, short }: RowPromiseProps) {
  const t = words();
  const line = t("promise.row", {
    text: promise.text,
    due: dueInWords(promise.dueOn, now, timeZone).text,
    owner: promise.ownerName ?? t("unassigned"),
  });
  return (
    <span className={clsx("flex items-start gap-2", short ? "text-xs" : "text-sm")}>
      <Icon of={Handshake} size={14} className={short ? "mt-0.5" : "mt-1"} />
      <span title={short ? line : undefined} className={clsx("min-w-0", short ? "truncate" : "break-words")}>
        {line}
      </span>
    </span>
  );
}

/** The tags of a case; `short`: on one line, as far as it goes. */
export function RowTags({ tags, short }: { tags: readonly string[]; short?: boolean }) {
  return (
    <span className={clsx("flex items-center gap-x-2 text-muted", short ? "text-xs" : "flex-wrap text-sm")}>
      <Icon of={Tag} size={14} />
      <span className="sr-only">{words()("tag.tags")}:</span>
      <span className={clsx(short && "min-w-0 truncate")}>{tags.join(" · ")}</span>
    </span>
  );
}
