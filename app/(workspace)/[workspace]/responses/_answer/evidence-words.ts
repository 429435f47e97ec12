import { timeBetween } from "#server/evidence/rules.ts";
import { words } from "../words.ts";
import type { SeenOfAnswer } from "./answer-detail.tsx";

/** What was seen of the customer before an answer, in sentences; nothing where nothing was. */
export function evidenceInWords(seen: SeenOfAnswer): string[] {
  if (!seen) return [];
  const t = words();
  const { opened, gestureAt, visibleMs, decoyAt } = seen;
  const firstAt = new Date(seen.firstAt);
  const handedOverAt = seen.handedOverAt && new Date(seen.handedOverAt);
  return [
    ...(opened > 0 ? [t("seen.opened", { n: opened })] : []),
    ...(handedOverAt && handedOverAt < firstAt
      ? [t(`seen.after.${timeBetween(handedOverAt, firstAt).unit}`, timeBetween(handedOverAt, firstAt))]
      : []),
    ...(gestureAt ? [t("seen.gesture", { n: Math.round(visibleMs / 1000) })] : []),
    ...(decoyAt ? [t("seen.decoy")] : []),
    ...(seen.decision === "released"
      ? [t("seen.released", { name: seen.decidedBy ?? t("seen.nobody") })]
      : []),
  ];
}
