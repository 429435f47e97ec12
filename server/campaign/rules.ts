import { TZDate } from "@date-fns/tz";
import type { campaignState, SendingHours } from "#db/schema/index.ts";

export type CampaignState = (typeof campaignState.enumValues)[number];
export type Command = "start" | "schedule" | "unschedule" | "pause" | "resume" | "cancel" | "finish";

/** Which states each command leads from, and to. */
const transitions: Record<Command, { from: CampaignState[]; to: CampaignState }> = {
  start: { from: ["draft", "scheduled"], to: "running" },
  schedule: { from: ["draft", "scheduled"], to: "scheduled" },
  unschedule: { from: ["scheduled"], to: "draft" },
  pause: { from: ["running"], to: "paused" },
  resume: { from: ["paused"], to: "running" },
  cancel: { from: ["draft", "scheduled", "running", "paused"], to: "cancelled" },
  finish: { from: ["running"], to: "finished" },
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

/** The first moment from `now` on at which mails may leave: `now` itself, or an hour of `hours` that begins. */
export function firstSending(hours: SendingHours | null, timezone: string, now: Date): Date {
  if (isWithinHours(hours, timezone, now)) return now;
  const local = new TZDate(now, timezone);
  for (let ahead = 0; ahead <= 14; ahead++) {
    for (let hour = hours!.from; hour < hours!.to; hour++) {
      const opening = new TZDate(
        local.getFullYear(),
        local.getMonth(),
        local.getDate() + ahead,
        hour,
        0,
        0,
        timezone,
      );
      const moment = new Date(opening.getTime());
      if (moment > now && isWithinHours(hours, timezone, moment)) return moment;
    }
  }
  return now;
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
