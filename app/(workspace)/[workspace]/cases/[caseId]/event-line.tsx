import { Moment } from "#app/_ui/moment.tsx";
import { type NamedCause, pathOf } from "#server/cause/rules.ts";
import { isReply, untilInWords } from "../until.ts";
import { words } from "../words.ts";
import { promiseSentence } from "./promise-sentence.ts";
import type { FoundCase, Promised } from "./thread.tsx";

export type Event = FoundCase["events"][number];

type EventLineProps = { event: Event; found: FoundCase; promises: readonly Promised[] };

/** One thing that happened to the case, in a quiet line. */
export function EventLine({ event, found, promises }: EventLineProps) {
  const closure =
    event.kind === "closed"
      ? found.closures.find((one) => one.closedAt.getTime() === event.at.getTime())
      : null;
  return (
    <div id={`entry-${event.id}`} tabIndex={-1} className="border-b border-line py-3 text-sm text-muted">
      <p>
        {sentence(event, found, promises, closure?.cause ?? null)} ·{" "}
        <Moment at={event.at} timeZone={found.workspace.timezone} />
      </p>
      {closure?.outcome && (
        <p className="max-w-[66ch] text-text">{words()("outcome", { outcome: closure.outcome })}</p>
      )}
    </div>
  );
}

function sentence(
  event: Event,
  found: FoundCase,
  promises: readonly Promised[],
  cause: NamedCause | null,
): string {
  const t = words();
  const nameOf = (id: unknown) => found.colleagues.find((one) => one.id === id)?.name ?? t("somebody");
  const actor = event.actorId ? nameOf(event.actorId) : t("event.system");
  const { detail } = event;
  switch (event.kind) {
    case "opened":
      return opened(detail, nameOf);
    case "assigned":
      return detail.to
        ? t("event.assignedTo", { actor, name: nameOf(detail.to) })
        : t("event.assignedToNobody", { actor });
    case "closed":
      if (detail.because === "erased") return t("event.closedErased");
      return cause ? t("event.closed", { actor, cause: pathOf(cause) }) : t("event.closedSomehow", { actor });
    case "snoozed":
      return snoozed(String(detail.until), actor, found.workspace.timezone);
    case "not_snoozed":
      return t(`event.notSnoozed.${detail.because as "customer_wrote" | "closed" | "time"}`);
    case "woke":
      if (detail.because === "member") return t("event.wokeByMember", { actor });
      if (detail.because === "promise") return t("event.wokeByPromise");
      return t(detail.because === "time" ? "event.wokeByTime" : "event.wokeByCustomer");
    case "tagged":
      return t("event.tagged", { actor, name: String(detail.name) });
    case "untagged":
      return t("event.untagged", { actor, name: String(detail.name) });
    case "undone":
      return t(
        `event.undone.${detail.of as "assigned" | "snoozed" | "closed" | "tagged" | "untagged" | "merged"}`,
        {
          actor,
        },
      );
    case "reopened":
      if (detail.because === "not_solved") return t("event.reopenedNotSolved");
      if (detail.because === "asked") return t("event.reopenedAsked");
      return detail.by === "customer" ? t("event.reopenedByCustomer") : t("event.reopened", { actor });
    case "merged":
      return t("event.merged", { actor });
    case "took_in":
      return t("event.tookIn", { actor });
    case "promised":
    case "promise_kept":
    case "promise_moved":
    case "promise_withdrawn":
    case "promise_undone":
      return promiseSentence(event, event.kind, actor, promises);
    case "escalated":
      return t("event.escalated", { name: nameOf(detail.to) });
    case "withdrawn":
      return t("event.withdrawn");
    case "reply_called_off":
      return detail.because === "customer_wrote"
        ? t("event.replyCalledOff")
        : t("event.replyTakenBack", { actor });
    case "score_changed":
      if (detail.contactBy) return t("event.contactAsked");
      return t("event.scoreChanged", { score: Number(detail.score) });
  }
}

function opened({ rule, assigneeId, coversFor }: Event["detail"], nameOf: (id: unknown) => string): string {
  const t = words();
  const covered = { cover: nameOf(assigneeId), name: nameOf(coversFor) };
  if (!rule) return coversFor ? t("event.openedForCover", covered) : t("event.opened");
  const by = { rule: String(rule) };
  return coversFor ? t("event.openedByRuleForCover", { ...by, ...covered }) : t("event.openedByRule", by);
}

function snoozed(until: string, actor: string, timeZone: string): string {
  const t = words();
  if (isReply(new Date(until))) return t("event.snoozedReply", { actor });
  return t("event.snoozed", { actor, until: untilInWords(until, timeZone) });
}
