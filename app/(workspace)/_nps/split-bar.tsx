import { clsx } from "clsx";
import { Link } from "#app/_ui/link.tsx";
import type { Group } from "#server/nps/groups.ts";
import { GroupShape } from "./group-mark.tsx";

export type SplitPart = {
  group: Group;
  count: number;
  /** Count and group in words: "244 detractors". */
  label: string;
  /** Its share in words: "19 %". */
  share: string;
  /** Its share in the days it is compared with: "18 % before". */
  was?: string;
  /** The answers behind it. */
  href?: string;
};

/** Below this share of the bar its words would not fit inside, so they stand in the key. */
const roomFrom = 0.12;

/** Who answered: one bar from detractors to promoters, with counts and shares as text. */
export function SplitBar({ label, parts }: { label: string; parts: readonly SplitPart[] }) {
  const all = parts.reduce((sum, part) => sum + part.count, 0);
  const shown = parts.filter((part) => part.count > 0);
  return (
    <div>
      <div className="flex h-14 gap-0.5">
        {shown.length === 0 && <div className="flex-1 rounded-mark border border-line" />}
        {shown.map((part) => (
          <Bar key={part.group} part={part} roomy={part.count / all >= roomFrom} />
        ))}
      </div>
      <ul aria-label={label} className="mt-2 flex flex-wrap justify-between gap-x-2 gap-y-1">
        {parts.map((part) => (
          <li key={part.group}>
            <Key part={part} showShare={part.count / Math.max(1, all) < roomFrom} />
            {part.was && <span className="block pl-4 text-sm text-muted tabular-nums">{part.was}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bar({ part, roomy }: { part: SplitPart; roomy: boolean }) {
  const look = {
    style: { flexGrow: part.count, flexBasis: 0 },
    className: clsx("hatch @container flex min-w-0 items-center rounded-mark font-bold", fills[part.group]),
  };
  const share = roomy && (
    <span className="hatch-plate w-full text-center text-xs whitespace-nowrap @min-[3.75rem]:w-auto @min-[3.75rem]:pl-3 @min-[3.75rem]:text-lg">
      {part.share}
    </span>
  );
  if (!part.href) {
    return (
      <div aria-hidden="true" {...look}>
        {share}
      </div>
    );
  }
  return (
    <Link href={part.href} aria-hidden="true" tabIndex={-1} {...look}>
      {share}
    </Link>
  );
}

function Key({ part, showShare }: { part: SplitPart; showShare: boolean }) {
  const words = (
    <>
      <GroupShape group={part.group} />
      {part.label}
      <span className={showShare ? "text-muted" : "sr-only"}>{part.share}</span>
    </>
  );
  const look = "inline-flex min-h-6 items-center gap-1";
  if (!part.href) return <span className={look}>{words}</span>;
  return (
    <Link
      href={part.href}
      className={clsx(look, "rounded-mark underline-offset-3 hover:underline max-sm:min-h-11")}
    >
      {words}
    </Link>
  );
}

const fills = {
  detractor: "bg-detractor text-on-detractor [--hatch-angle:45deg]",
  passive: "bg-passive text-on-passive [--hatch-angle:90deg]",
  promoter: "bg-promoter text-on-promoter [--hatch-angle:-45deg]",
};
