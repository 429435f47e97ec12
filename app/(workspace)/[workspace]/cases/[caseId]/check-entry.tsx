import { Moment } from "#app/_ui/moment.tsx";
import { CustomerQuote } from "#app/(workspace)/_nps/customer-quote.tsx";
import { words } from "../words.ts";
import { type CheckMoment, dayOf } from "./recovery.ts";
import type { FoundCase } from "./thread.tsx";

type CheckEntryProps = { moment: CheckMoment; found: FoundCase; name: string };

/** One thing that happened to the question whether it is solved: asked, not sent and why, or answered (in serif). */
export function CheckEntry({ moment, found, name }: CheckEntryProps) {
  const { at, answer } = moment;
  const when = <Moment at={at} timeZone={found.workspace.timezone} />;
  if (!answer) {
    return (
      <p className="border-b border-line py-3 text-sm text-muted">
        {sentence(moment, found.workspace.timezone, name)} · {when}
      </p>
    );
  }
  const t = words();
  const said = t(answer.version === 1 ? "recovery.says" : "recovery.saysNow", {
    name,
    answer: t(`recovery.answer.${answer.answer}`),
  });
  return (
    <article aria-label={said} className="grid gap-2 border-b border-line py-4">
      <p className="text-sm text-muted">
        <b className="font-bold text-text">{said}</b> · {when}
      </p>
      {answer.comment && <CustomerQuote lang={found.response?.locale}>{answer.comment}</CustomerQuote>}
    </article>
  );
}

function sentence({ check }: CheckMoment, timeZone: string, name: string): string {
  const t = words();
  const { state, dueAt, expiresAt } = check;
  if (state.kind === "cancelled") {
    return t("recovery.notSent", { name, because: t(`recovery.because.${state.because}`) });
  }
  if (state.kind === "planned") return t("recovery.planned", { name, date: dayOf(dueAt, timeZone) });
  return t(`recovery.${state.kind}`, { name, date: dayOf(expiresAt!, timeZone) });
}
