import { dateText } from "#app/_i18n/format.ts";
import type { getRecovery } from "#server/recovery/queries.ts";
import { words } from "../words.ts";

export type Recovery = Awaited<ReturnType<typeof getRecovery>>;
export type Check = Recovery["checks"][number];

/** A day as the case pages write it: "12 December 2026". */
export const dayOf = (at: Date, timeZone: string): string => dateText(at, { dateStyle: "long", timeZone });

/** What the close dialog says of the question whether it is solved; null where this workspace does not ask. */
export type AskWhether = { question: string } | { refusal: string } | null;

/** What closing the case would mean for its customer, in words. */
export function askWhether({ outlook }: Recovery, name: string, timeZone: string): AskWhether {
  const t = words();
  if (outlook === "off") return null;
  if (outlook.obstacle) {
    return { refusal: t("recovery.wont", { name, because: t(`recovery.because.${outlook.obstacle}`) }) };
  }
  return { question: t("recovery.ask", { name, date: dayOf(outlook.dueAt, timeZone) }) };
}

/** A moment of a check that the thread tells of. */
export type CheckMoment = { at: Date; key: string; check: Check; answer: Check["answers"][number] | null };

/**
 * When something was asked, not sent after all, or answered. That a case which was opened again has nothing to be
 * asked about goes without saying.
 */
export function momentsOf(checks: Check[]): CheckMoment[] {
  return checks.flatMap((check): CheckMoment[] => {
    const { id, state, askedAt, cancelledAt, answers } = check;
    const told = state.kind === "cancelled" ? (cancelledAt ?? askedAt) : askedAt;
    if (!told || (state.kind === "cancelled" && state.because === "reopened")) return [];
    return [
      { at: told, key: id, check, answer: null },
      ...answers.map((answer) => ({ at: answer.givenAt, key: `${id} ${answer.version}`, check, answer })),
    ];
  });
}
