"use client";

import { words } from "../words.ts";
import { useSecondsLeft } from "./use-seconds-left.ts";

/** When a reply goes out, beside it: a count of seconds, or the chosen time in words. */
export function GoesOut({ waitsMs, planned }: { waitsMs: number; planned: string | null }) {
  const t = words();
  const seconds = useSecondsLeft(waitsMs);
  if (seconds === 0) return <span>{t("held.leaves")}</span>;
  return (
    <span className="tabular-nums">
      {planned ? t("held.goesOutAt", { time: planned }) : t("held.soon", { seconds })}
    </span>
  );
}
