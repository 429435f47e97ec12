import { Clock } from "lucide-react";
import { Chip } from "#app/_ui/chip.tsx";
import { type ClockFacts, clockOf } from "#server/case/rules.ts";
import { duration, words } from "./words.ts";

/** When the answer is due that we owe, or for how long it has been our turn again, in words. */
export function ClockChip({ one, now }: { one: ClockFacts; now: Date }) {
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

const tones = { due: "plain", soon: "warn", overdue: "alarm", owed: "warn" } as const;
