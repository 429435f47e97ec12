import { dayInWords } from "../_promise/words.ts";
import { words } from "../words.ts";
import type { Event } from "./event-line.tsx";
import type { Promised } from "./thread.tsx";

type Kind = Extract<Event["kind"], `promise${string}`>;

/** What somebody did with a promise, in a sentence without its full stop. */
export function promiseSentence(
  { detail }: Event,
  kind: Kind,
  actor: string,
  promises: readonly Promised[],
): string {
  const t = words();
  const promise = promises.find(({ id }) => id === detail.promiseId);
  const change = promise?.changes.find(({ id }) => id === detail.changeId);
  const day = (of: unknown) => (typeof of === "string" ? dayInWords(of) : "");
  return t(`event.${kind}`, {
    ...{ actor, text: promise?.text ?? t("gone"), reason: change?.reason ?? "" },
    ...{ day: day(detail.dueOn), from: day(detail.from), to: day(detail.to) },
  });
}
