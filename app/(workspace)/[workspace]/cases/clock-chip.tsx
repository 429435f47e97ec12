import { Clock } from "lucide-react";
import { Chip } from "#app/_ui/chip.tsx";
import { type CaseState, clockOf } from "#server/case/rules.ts";
import { duration, words } from "./words.ts";

type ClockChipProps = {
  one: { state: CaseState; openedAt: Date; dueAt: Date; firstReplyAt: Date | null };
  now: Date;
};

/** When the first reply is due, in words. */
export function ClockChip({ one, now }: ClockChipProps) {
  const t = words();
  const clock = clockOf(one, now);
  if (one.state === "closed") return <Chip>{t("clock.closed")}</Chip>;
  if (clock.kind === "done") return <Chip>{t("clock.done")}</Chip>;
  if (clock.kind === "paused") return <Chip>{t("clock.paused")}</Chip>;
  return (
    <Chip icon={Clock} tone={tones[clock.kind]}>
      {t(`clock.${clock.kind}`, { time: duration(clock.minutes) })}
    </Chip>
  );
}

const tones = { due: "plain", soon: "warn", overdue: "alarm" } as const;
