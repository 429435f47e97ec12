import { Handshake, Tag } from "lucide-react";
import { Icon } from "#app/_ui/icon.tsx";
import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import type { listCases } from "#server/case/list.ts";
import { groupOf } from "#server/nps/groups.ts";
import { dueInWords } from "./_promise/words.ts";
import { words } from "./words.ts";

export type QueueRow = Awaited<ReturnType<typeof listCases>>["cases"][number];

/** Whose case a row is, for the list and for what is read aloud. */
export const nameOf = (row: QueueRow): string => row.contactName ?? row.contactEmail ?? words()("noName");

/** The score that a case came with. */
export function RowScore({ score }: { score: number }) {
  const group = groupOf(score);
  return <GroupMark group={group} score={score} label={words()(`group.${group}`)} />;
}

type RowPromiseProps = { promise: NonNullable<QueueRow["promise"]>; now: Date; timeZone: string };

/** What was promised and is due first, when, and by whom. */
export function RowPromise({ promise, now, timeZone }: RowPromiseProps) {
  const t = words();
  return (
    <span className="flex items-start gap-2 text-sm">
      <Icon of={Handshake} size={14} className="mt-1" />
      <span className="min-w-0 break-words">
        {t("promise.row", {
          text: promise.text,
          due: dueInWords(promise.dueOn, now, timeZone).text,
          owner: promise.ownerName ?? t("unassigned"),
        })}
      </span>
    </span>
  );
}

/** The tags of a case. */
export function RowTags({ tags }: { tags: readonly string[] }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
      <Icon of={Tag} size={14} />
      <span className="sr-only">{words()("tag.tags")}:</span>
      {tags.join(" · ")}
    </span>
  );
}
