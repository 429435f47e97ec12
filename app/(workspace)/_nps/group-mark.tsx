import { clsx } from "clsx";
import type { Group } from "#server/nps/groups.ts";
import { groupShapes } from "./group-shapes.ts";

type GroupMarkProps = {
  group: Group;
  score?: number;
  /** The group's name, read out after the score. */
  label: string;
};

/** ▼ ■ ▲ and the score: the group as shape, colour and word at once. */
export function GroupMark({ group, score, label }: GroupMarkProps) {
  return (
    <span className={clsx("inline-flex items-center gap-1.5 text-base tabular-nums", inks[group])}>
      <GroupShape group={group} />
      {score !== undefined && <b className="font-bold">{score}</b>}
      <span className="sr-only">{label}</span>
    </span>
  );
}

/** The shape alone, in the colour of the text around it; a word must stand beside it. */
export function GroupShape({ group }: { group: Group }) {
  return (
    <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12" className="shrink-0 fill-current">
      <path d={groupShapes[group]} />
    </svg>
  );
}

const inks = {
  detractor: "text-detractor-text",
  passive: "text-passive-text",
  promoter: "text-promoter-text",
};
