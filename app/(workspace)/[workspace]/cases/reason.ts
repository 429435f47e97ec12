import { numberText } from "#app/_i18n/format.ts";
import { reasonOf } from "#server/case/urgency.ts";
import { dueInWords } from "./_promise/words.ts";
import { snoozeInWords } from "./until.ts";
import { duration, words } from "./words.ts";

type Reasoned = Parameters<typeof reasonOf>[0] & {
  /** The open promise that is due first. */
  promise: { dueOn: string } | null;
  mergedInto: string | null;
  /** What the customer is worth, if anything is known of it, and of what. */
  worth: number | null;
  worthUnit: string | null;
};

/** Why a case stands where it does in the queue, in a sentence without its full stop; with what the customer is worth. */
export function reasonInWords(one: Reasoned, now: Date, timeZone: string): string {
  const reason = reasonAlone(one, now, timeZone);
  if (!one.worth || one.state === "closed") return reason;
  const worth = [numberText(one.worth), one.worthUnit].filter(Boolean).join(" ");
  return words()("reason.andWorth", { reason, worth });
}

function reasonAlone(one: Reasoned, now: Date, timeZone: string): string {
  const t = words();
  if (one.mergedInto) return t("reason.merged");
  const reason = reasonOf(one, now);
  if (reason.kind === "promised") {
    return t("reason.promised", {
      due: one.promise ? dueInWords(one.promise.dueOn, now, timeZone).text : "",
    });
  }
  if ("minutes" in reason) return t(`reason.${reason.kind}`, { time: duration(reason.minutes) });
  if (reason.kind !== "snoozed") return t(`reason.${reason.kind}`);
  const asleep = snoozeInWords(reason.until, timeZone, "reason");
  return reason.firstReply ? asleep : `${asleep}; ${t("reason.stillDue")}`;
}
