import type { Found } from "./page.tsx";

type Days = { from: string; to: string };

/**
 * What the NPS targets ask for in a stretch of days, each once: by the period that its last day lies in, or the latest
 * that has one of its days.
 */
export function targetsIn(targets: Found["targets"], { from, to }: Days): { key: string; value: number }[] {
  return (targets ?? [])
    .filter(({ metric }) => metric === "nps")
    .flatMap(({ id, held }) => {
      const latest = held.find((period) => period.from <= to && period.to >= from);
      return latest ? [{ key: id, value: latest.goal }] : [];
    });
}
