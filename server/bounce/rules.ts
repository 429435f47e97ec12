import type { Classified } from "#server/mail/classify/classify.ts";

/** Soft bounces on this many campaigns within `softDays` stop an address like a hard one (RELIABILITY.md D3). */
export const mostSoft = 3;
export const softDays = 30;

/**
 * What a mail to a bounce address is. The envelope decides that it is a report: what came from the null sender
 * and is no auto-reply is a bounce whatever it says, a soft one when nobody can tell (RELIABILITY.md D1).
 */
export function reportOf(
  classified: Classified,
  mailFrom: string,
): Pick<Classified, "severity" | "status" | "reason"> & { kind: Classified["kind"] } {
  const { kind, severity, status, reason } = classified;
  if (kind === "human_reply" && mailFrom === "")
    return { kind: "bounce", severity: "soft", status, reason: "policy" };
  return { kind, severity, status, reason };
}

/** Why an address is to be left alone after a report, or null. @param softCampaigns campaigns it came back from softly in the last `softDays`, this one included */
export function stopAfter(
  report: Pick<Classified, "severity"> & { kind: Classified["kind"] },
  softCampaigns: number,
): "hard_bounce" | "complaint" | null {
  if (report.kind === "complaint") return "complaint";
  if (report.kind !== "bounce") return null;
  return report.severity === "hard" || softCampaigns >= mostSoft ? "hard_bounce" : null;
}
