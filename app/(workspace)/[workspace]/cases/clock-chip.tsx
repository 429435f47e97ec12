import { Clock } from "lucide-react";
import { Chip } from "#app/_ui/chip.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { type ClockFacts, clockOf, isOwed } from "#server/case/rules.ts";
import { duration, words } from "./words.ts";

type ClockProps = { one: ClockFacts; now: Date };

/** When the answer is due that we owe, or for how long it has been our turn again, in words. */
export function ClockChip({ one, now }: ClockProps) {
  const t = words();
  const clock = clockOf(one, now);
  if (one.state === "closed") return <Chip>{t("clock.closed")}</Chip>;
  if (clock.kind === "done") return <Chip>{t("clock.done")}</Chip>;
  if (clock.kind === "paused") return <Chip>{t("clock.paused")}</Chip>;
  if (clock.kind === "asleep") return <Chip>{t("clock.asleep")}</Chip>;
  return (
    <Chip icon={Clock} tone={tones[clock.kind]}>
      {t(`clock.${clock.kind}`, { time: duration(clock.minutes) })}
    </Chip>
  );
}

/**
 * When the answer is due that we owe, beside the reason why a case stands in the queue; nothing where no time is set, for
 * then the reason says all. `short`: without the outline.
 */
export function DueTime({ one, now, short }: ClockProps & { short?: boolean }) {
  const clock = clockOf(one, now);
  if (!isOwed(clock)) return null;
  if (!short) return <ClockChip one={one} now={now} />;
  return (
    <span className={`mr-1.5 inline-flex items-center gap-1 font-medium ${inkOf[clock.kind]}`}>
      <Icon of={Clock} size={12} />
      {words()(`clock.${clock.kind}`, { time: duration(clock.minutes) })}
    </span>
  );
}

const tones = { due: "plain", soon: "warn", overdue: "alarm", owed: "warn" } as const;
const inkOf = { due: "text-text", soon: "text-warn", overdue: "text-alarm" } as const;
