import type { Role } from "#server/context.ts";
import { dayAfter, dayIn, momentOn, type WorkingTime, weekdayOf } from "#server/working-time/rules.ts";
import type { AlertKind, Pace, Scope } from "./schema.ts";

export const hourMs = 3_600_000;

/** Something to be told: what came with the same `together` was done at once, and is told at once. */
export type Waiting = { newsId: string; at: Date; dueAt: Date; together: string };

/** What is told now, a message each, and what waits until when. */
export type Plan = { tell: Waiting[][]; hold: { news: Waiting[]; until: Date } | null };

/**
 * What of `waiting` an alert tells at `now`, having told something at the times `told`. A digest tells in one message what
 * is due. Told at once, what happened together makes a message, and never more than `most` messages leave within an hour:
 * what is too much waits, together with what comes meanwhile, and goes as one as soon as there is room. Nothing is dropped,
 * nothing is told twice, and what happened first is told first.
 */
export function planOf(
  alert: { pace: Pace; most: number },
  waiting: readonly Waiting[],
  told: readonly Date[],
  now: Date,
): Plan {
  const inOrder = [...waiting].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || (a.newsId < b.newsId ? -1 : 1),
  );
  const due = inOrder.filter(({ dueAt }) => dueAt <= now);
  if (due.length === 0) return { tell: [], hold: null };
  if (alert.pace !== "at_once") return { tell: [due], hold: null };
  const held = inOrder.find(({ dueAt }) => dueAt > now);
  if (held) return { tell: [], hold: { news: due, until: held.dueAt } };

  const recent = told.map((at) => at.getTime()).filter((at) => at > now.getTime() - hourMs);
  const room = Math.max(0, alert.most - recent.length);
  const waited = due.some(({ at, dueAt }) => dueAt > at);
  const groups = waited ? [due] : [...Map.groupBy(due, ({ together }) => together).values()];
  const tell = groups.slice(0, room);
  const rest = groups.slice(room).flat();
  if (rest.length === 0) return { tell, hold: null };
  const taken = [...recent, ...tell.map(() => now.getTime())].sort((a, b) => a - b);
  return { tell, hold: { news: rest, until: new Date(taken[taken.length - alert.most]! + hourMs) } };
}

/** When an alert tells what happened at `at`: then, at the next full hour, or in the morning. */
export function dueAtOf(pace: Pace, at: Date, time: WorkingTime): Date {
  if (pace === "at_once") return at;
  if (pace === "hourly") return new Date((Math.floor(at.getTime() / hourMs) + 1) * hourMs);
  return nextMorning(time, at);
}

const mostDays = 400;
/** Where people work round the clock, the morning is at eight. */
const usualMorning = 8 * 60;

/** The next start of a working day after `at`; a day later than that where there is none for a year. */
export function nextMorning(time: WorkingTime, at: Date): Date {
  const today = dayIn(time.timezone, at);
  for (let days = 0; days < mostDays; days++) {
    const day = dayAfter(today, days);
    const [first] = time.week[weekdayOf(day)] ?? [];
    if (!first || time.closedBecause(day) !== null) continue;
    const start = momentOn(day, first.from || Math.min(usualMorning, first.to), time.timezone);
    if (start > at) return start;
  }
  return new Date(at.getTime() + 24 * hourMs);
}

/** What decides who hears of something. */
export type NewsFacts = {
  kind: AlertKind;
  /** Whose case it is, and who stands in for them; null: nobody. */
  personId: string | null;
  standInId: string | null;
  /** Who did it, and need not be told. */
  actorId: string | null;
  teamId: string | null;
};

type Hearing = {
  id: string;
  userId: string | null;
  channelId: string | null;
  kinds: readonly AlertKind[];
  scope: Scope;
  teamId: string | null;
  pace: Pace;
};

const paces: readonly Pace[] = ["at_once", "hourly", "morning"];
const scopes: readonly Scope[] = ["mine", "team", "all"];

/** The alerts that tell of something: of each person or channel one, which tells soonest and is closest to them. */
export function hearersOf<Alert extends Hearing>(alerts: readonly Alert[], news: NewsFacts): Alert[] {
  const fitting = alerts.filter((alert) => concerns(alert, news));
  const byReader = Map.groupBy(fitting, ({ userId, channelId }) => userId ?? channelId);
  const rank = ({ pace, scope }: Alert) => paces.indexOf(pace) * scopes.length + scopes.indexOf(scope);
  return [...byReader.values()].map((own) =>
    own.reduce((best, one) => (rank(one) < rank(best) ? one : best)),
  );
}

function concerns({ userId, kinds, scope, teamId }: Hearing, news: NewsFacts): boolean {
  if (!kinds.includes(news.kind)) return false;
  if (userId !== null && userId === news.actorId) return false;
  if (scope === "mine") return userId === news.personId || userId === news.standInId;
  return scope === "all" || teamId === news.teamId;
}

/** Whether somebody in this role sets up channels, and alerts in them. */
export const maySetChannels = (role: Role): boolean => role === "manager" || role === "admin";
