import type { cases } from "#db/schema/index.ts";

type Case = typeof cases.$inferSelect;

const carried = [
  ...(["state", "snoozedUntil", "needsSince", "needsBecause", "dueAt", "soonAt"] as const),
  ...(["lateAt", "escalateAt", "firstDueAt", "lastInboundAt"] as const),
] as const;

/** How a case stands with its customer, as far as taking another one in changes it. */
export type Standing = Pick<Case, (typeof carried)[number]>;

/**
 * How a case stands that takes in another one of its customer: what is owed in that one is owed in it, the sooner of both
 * first. Its first reply stays its own.
 */
export function carriedOver(into: Case, from: Case): Standing {
  const standing = standingOf(into);
  const lastInboundAt = later(into.lastInboundAt, from.lastInboundAt);
  if (from.state !== "open") return { ...standing, lastInboundAt };
  const owed = into.state === "open";
  const fromIsFirst = !owed || from.dueAt < into.dueAt;
  const { dueAt, soonAt, lateAt, escalateAt } = fromIsFirst ? from : into;
  const isLater = fromIsFirst && into.firstReplyAt !== null;
  return {
    ...{ state: "open", snoozedUntil: owed ? into.snoozedUntil : null, lastInboundAt },
    ...needsOf(into, from, owed),
    ...{
      dueAt,
      soonAt,
      lateAt,
      escalateAt,
      firstDueAt: isLater ? (into.firstDueAt ?? into.dueAt) : into.firstDueAt,
    },
  };
}

function needsOf(into: Case, from: Case, owed: boolean): Pick<Case, "needsSince" | "needsBecause"> {
  const unanswered = owed && into.firstReplyAt === null && from.needsSince === null;
  const since = from.needsSince ?? from.openedAt;
  const waits = owed && into.needsSince !== null && into.needsSince <= since;
  if (unanswered || waits) return { needsSince: into.needsSince, needsBecause: into.needsBecause };
  return { needsSince: since, needsBecause: from.needsBecause ?? "wrote" };
}

/** The part of a case that taking another one in changes. */
export const standingOf = (one: Case): Standing =>
  Object.fromEntries(carried.map((name) => [name, one[name]])) as Standing;

const later = (a: Date | null, b: Date | null) => (a && b ? (a > b ? a : b) : (a ?? b));
