import { TZDate } from "@date-fns/tz";
import { addDays, addHours, addMonths, addWeeks, startOfDay } from "date-fns";
import type { campaignState, SendingHours, Timing } from "#db/schema/index.ts";

export type CampaignState = (typeof campaignState.enumValues)[number];
export type Command =
  | "start"
  | "schedule"
  | "unschedule"
  | "pause"
  | "resume"
  | "cancel"
  | "finish"
  | "remind";

/** Which states each command leads from, and to. */
const transitions: Record<Command, { from: CampaignState[]; to: CampaignState }> = {
  start: { from: ["draft", "scheduled"], to: "running" },
  schedule: { from: ["draft", "scheduled"], to: "scheduled" },
  unschedule: { from: ["scheduled"], to: "draft" },
  pause: { from: ["running"], to: "paused" },
  resume: { from: ["paused"], to: "running" },
  cancel: { from: ["draft", "scheduled", "running", "paused"], to: "cancelled" },
  finish: { from: ["running"], to: "finished" },
  remind: { from: ["running", "finished"], to: "running" },
};

/** States in which a command that comes a second time has been obeyed already. */
const obeyed: Partial<Record<Command, CampaignState[]>> = {
  start: ["running", "paused", "finished"],
  schedule: ["running", "paused", "finished"],
  unschedule: ["draft"],
  pause: ["paused", "finished"],
  resume: ["running", "finished"],
  cancel: ["cancelled"],
};

/** What a command means to a campaign: a change of its state, nothing because it was obeyed before, or a contradiction. */
export type Consequence = { do: "change"; to: CampaignState } | { do: "nothing" } | { do: "refuse" };

export function consequence(state: CampaignState, command: Command): Consequence {
  const { from, to } = transitions[command];
  if (from.includes(state)) return { do: "change", to };
  return { do: obeyed[command]?.includes(state) ? "nothing" : "refuse" };
}

/** The states `command` may change, for a conditional update. */
export const statesFor = (command: Command): CampaignState[] => transitions[command].from;

/** How long the first mail of a campaign that a person starts is kept back. */
export const holdMs = 60_000;

/** Days after its mail that somebody who has not answered is reminded, unless somebody chooses otherwise. */
export const usualReminderDays = 7;

const lateMs = 24 * 3_600_000;

/**
 * Whether a scheduled campaign's time passed more than a day ago, because nothing was running then. It does
 * not go out by itself any more: a person decides (RELIABILITY.md A12).
 */
export function isOverdue(campaign: { state: CampaignState; sendAt: Date | null }, now: Date): boolean {
  return (
    campaign.state === "scheduled" &&
    campaign.sendAt !== null &&
    campaign.sendAt.getTime() + lateMs < now.getTime()
  );
}

/** Whether `start` at `now` waits for the campaign's time. */
export function waitsForItsTime(campaign: { sendAt: Date | null }, now: Date): boolean {
  return campaign.sendAt !== null && campaign.sendAt > now;
}

/** Whether `moment` is within `hours` on the clocks of `timezone`; svar_within_hours in SQL. */
export function isWithinHours(hours: SendingHours | null, timezone: string, moment: Date): boolean {
  if (!hours) return true;
  const local = new TZDate(moment, timezone);
  const weekday = local.getDay() || 7;
  return hours.days.includes(weekday) && local.getHours() >= hours.from && local.getHours() < hours.to;
}

/** Hours that a campaign of this kind has unless somebody chooses others: weekday mornings, and none when it is sent once. */
export function usualHours(kind: Timing["kind"]): SendingHours | null {
  return kind === "once" ? null : { days: [1, 2, 3, 4, 5], from: 8, to: 11 };
}

/** A stretch of time in which mails may leave. */
export type Window = { opens: Date; closes: Date };

/**
 * The first `count` stretches from `now` on in which mails may leave on the clocks of `timezone`, in order: one
 * for each local day that `hours` names, however long a change of the clocks makes it. Today's is what is left of
 * it. Without hours each is a day, counted from `now`.
 */
export function planWindows(
  hours: SendingHours | null,
  timezone: string,
  now: Date,
  count: number,
): Window[] {
  const local = new TZDate(now, timezone);
  if (!hours) {
    const after = (days: number) => new Date(addDays(local, days).getTime());
    return Array.from({ length: count }, (_, day) => ({ opens: after(day), closes: after(day + 1) }));
  }
  const windows: Window[] = [];
  const midnight = startOfDay(local);
  for (let ahead = 0; windows.length < count; ahead++) {
    const window = openOn(addDays(midnight, ahead), hours, timezone);
    if (!window || window.closes <= now) continue;
    windows.push({ ...window, opens: window.opens < now ? now : window.opens });
  }
  return windows;
}

/** The stretch of `hours` on one local day; null on a day that has none, or whose clocks skip it whole. */
function openOn(day: TZDate, hours: SendingHours, timezone: string): Window | null {
  if (!hours.days.includes(day.getDay() || 7)) return null;
  const at = (hour: number) =>
    firstOfTwo(new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), hour, 0, 0, timezone));
  const window = { opens: at(hours.from), closes: at(hours.to) };
  return window.opens < window.closes ? window : null;
}

/** `local` itself, or, where the clocks are put back and show its hour twice, the first of the two. */
function firstOfTwo(local: TZDate): Date {
  const before = addHours(local, -1);
  return new Date((before.getHours() === local.getHours() ? before : local).getTime());
}

/** The first moment from `now` on at which mails may leave. */
export function firstSending(hours: SendingHours | null, timezone: string, now: Date): Date {
  return planWindows(hours, timezone, now, 1)[0]!.opens;
}

/**
 * The windows that a drip of `days` uses: today's only when at least half of it is left, so that no day's share
 * leaves in a rush.
 */
export function dripWindows(hours: SendingHours | null, timezone: string, now: Date, days: number): Window[] {
  const windows = planWindows(hours, timezone, now, days + 1);
  const [today, next] = windows;
  const length = ({ opens, closes }: Window) => closes.getTime() - opens.getTime();
  const rushed = length(today!) < length(next!) / 2;
  return rushed ? windows.slice(1) : windows.slice(0, days);
}

/**
 * When the next wave of a series leaves: the first moment after `now` that lies whole intervals after `anchor` on
 * the clocks of `timezone`, so that 9:00 stays 9:00 over a change of the clocks and a 31st is a 30th only in months
 * that have no 31st.
 */
export function nextWave(
  { every, unit }: Extract<Timing, { kind: "recurring" }>,
  anchor: Date,
  timezone: string,
  now: Date,
): Date {
  const first = new TZDate(anchor, timezone);
  const add = unit === "week" ? addWeeks : addMonths;
  let next = first;
  for (let wave = 1; next <= now || wave === 1; wave++) next = add(first, wave * every);
  return new Date(next.getTime());
}

/** `text`, an ISO date and time, as a moment: with an offset what it says, without one on the clocks of `timezone`. */
export function momentIn(text: string, timezone: string): Date {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/
    .exec(text)
    ?.slice(1)
    .map(Number);
  if (!parts) return new Date(text);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  return new Date(new TZDate(year, month - 1, day, hour, minute, second || 0, timezone).getTime());
}

/** How fast mails leave: a minute of them, and when the last one will have left, as far as that can be told. */
export type Pace = { perMinute: number | null; doneAt: Date | null };

const fewestForPace = 5;
const minuteMs = 60_000;

/**
 * The pace of a campaign that is being sent. `sent` mails left in the last five minutes, the first of them at `firstAt`;
 * `due` mails may leave now, the last of the others at `lastDueAt`. Null where too little has left to tell.
 */
export function paceOf(seen: {
  sent: number;
  firstAt: Date | null;
  due: number;
  lastDueAt: Date | null;
  now: Date;
}): Pace {
  const { sent, firstAt, due, lastDueAt, now } = seen;
  const minutes = firstAt ? (now.getTime() - firstAt.getTime()) / minuteMs : 0;
  const perMinute = sent >= fewestForPace && minutes > 0 ? sent / minutes : null;
  const planned = lastDueAt && lastDueAt > now ? lastDueAt : null;
  const emptied = perMinute === null ? null : new Date(now.getTime() + (due / perMinute) * minuteMs);
  if (planned) return { perMinute, doneAt: emptied && emptied > planned ? emptied : planned };
  return { perMinute, doneAt: due === 0 ? null : emptied };
}
