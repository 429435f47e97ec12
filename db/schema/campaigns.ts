import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

export const campaignState = pgEnum("campaign_state", [
  "draft",
  "scheduled",
  "running",
  "paused",
  "finished",
  "cancelled",
]);

/**
 * Local sending hours, e.g. { days: [1,2,3,4,5], from: 8, to: 11 } (ISO weekdays) in the contact's time zone
 * or, where that is not known, the workspace's.
 */
export type SendingHours = { days: number[]; from: number; to: number };

/** All at once, spread over days, again every so many weeks or months, or after each event of a type. */
export type Timing =
  | { kind: "once" }
  | { kind: "drip"; days: number }
  | { kind: "recurring"; every: number; unit: "week" | "month" }
  | { kind: "event"; type: string; delayHours: number };

export type Variant = "a" | "b";

/**
 * Two versions, tried on `percent` of the people, half of them each, while answers are waited for `hours`; by `rule`
 * the test may end early. What `b` does not say is as in `a`, the campaign's own mail; `texts` are by language, and
 * only those who get one of them take part. `sendHours`: the hour of the day each version leaves at.
 */
export type AbTest = {
  percent: number;
  hours: number;
  rule: "fixed" | "pocock";
  b: { senderName?: string; texts?: Record<string, { subject?: string; intro?: string }> };
  sendHours?: { a: number; b: number };
};

/** `winner` null: no difference showed, and the rest got version a. `by`: the member who decided, if one did. */
export type AbDecision = { winner: Variant | null; at: string; look: number; by: string | null };

/** Of those who may be asked: a share of them, or that many at most. */
export type Sampling = { percent: number } | { most: number };

/** Whom a campaign asks: everybody, these addresses, or contacts whose attribute has a value. */
export type Audience =
  | { all: true }
  | { emails: string[] }
  | { teamId: string }
  | { attribute: { name: string; value: string } };

/** Contacts that the member `by` left out of a campaign, by their addresses as they are found by. */
export type LeftOut = { emails: string[]; why: string; by: string | null };

/** The occasion of every ask that no event gave rise to. */
export const onlyOccasion = "00000000-0000-0000-0000-000000000000";

/** One sending of a survey to an audience. */
export const campaigns = pgTable(
  "campaigns",
  {
    workspaceId: workspaceId(),
    id: id(),
    surveyId: uuid("survey_id").notNull(),
    name: text("name").notNull(),
    audience: jsonb("audience").$type<Audience>().notNull(),
    state: campaignState("state").notNull().default("draft"),
    senderName: text("sender_name"),
    sendAt: moment("send_at"),
    sendingHours: jsonb("sending_hours").$type<SendingHours>(),
    timing: jsonb("timing").$type<Timing>().notNull().default({ kind: "once" }),
    sampling: jsonb("sampling").$type<Sampling>(),
    leftOut: jsonb("left_out").$type<LeftOut>(),
    /** Whether it asks as a neutral survey, without any advertising. */
    neutral: boolean("neutral").notNull().default(false),
    /** What the sample is drawn by and a drip is ordered by. */
    seed: text("seed").notNull().default(sql`gen_random_uuid()::text`),
    /** A series' first wave, which the later ones are counted from. */
    anchorAt: moment("anchor_at"),
    /** The recurring campaign that this one is the `wave`th of; of the series itself, how many there were. */
    seriesId: uuid("series_id"),
    wave: integer("wave").notNull().default(0),
    /** Whether some of its mails have a time zone of their own. */
    contactZones: boolean("contact_zones").notNull().default(false),
    abTest: jsonb("ab_test").$type<AbTest>(),
    /** When the test's last look is due; null before the start. */
    abEndsAt: moment("ab_ends_at"),
    abDecision: jsonb("ab_decision").$type<AbDecision>(),
    /** Until when its first mail is kept back so that whoever started it can stop it. */
    holdUntil: moment("hold_until"),
    /** Days after its mail that somebody who has not answered is reminded; null: nobody is. */
    reminderDays: integer("reminder_days"),
    /** When all are reminded, instead. */
    reminderAt: moment("reminder_at"),
    sample: boolean("sample").notNull().default(false),
    createdBy: text("created_by"),
    createdAt: moment("created_at").notNull(),
    startedAt: moment("started_at"),
    finishedAt: moment("finished_at"),
    /** Why sending stopped by itself; null when a person paused it. */
    pausedBecause: text("paused_because", { enum: ["refused", "bounces", "complaints"] }),
    /** From when on its bounces and complaints are counted: its last resumption; null counts all. */
    watchedSince: moment("watched_since"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/**
 * One ask to one contact. What figures are grouped by (team, employee, account, attributes) is frozen
 * here when the campaign starts. `number` is what the link's token carries.
 */
export const invitations = pgTable(
  "invitations",
  {
    workspaceId: workspaceId(),
    id: id(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    campaignId: uuid("campaign_id").notNull(),
    surveyId: uuid("survey_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    locale: text("locale").notNull(),
    touchpoint: text("touchpoint").notNull().default(""),
    teamId: uuid("team_id"),
    employee: text("employee"),
    accountId: uuid("account_id"),
    attributes: jsonb("attributes").$type<Record<string, string>>().notNull().default({}),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    sentAt: moment("sent_at"),
    /** When to remind, until that has been done or has become needless. */
    remindAt: moment("remind_at"),
    /** Which version of the mail it tries; null outside of a test. */
    variant: text("variant", { enum: ["a", "b"] }),
    /** The event it asks about; all zeros where the campaign asks everybody once. */
    occasion: uuid("occasion").notNull().default(onlyOccasion),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

export const exclusionReason = pgEnum("exclusion_reason", [
  "no_valid_address",
  "opted_out",
  "suppressed",
  "asked_recently",
  "asked_recently_touchpoint",
  "asked_recently_relationship",
  "not_sampled",
  "event_too_old",
  "left_out_by_hand",
  "no_legal_ground",
]);

/** The other half of the ledger: why a contact of the audience was not asked. */
export const exclusions = pgTable(
  "exclusions",
  {
    workspaceId: workspaceId(),
    campaignId: uuid("campaign_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    reason: exclusionReason("reason").notNull(),
    /** As an invitation's. */
    occasion: uuid("occasion").notNull().default(onlyOccasion),
    /** The member who left the contact out by hand. */
    excludedBy: text("excluded_by"),
    /** As an invitation's: what the ledger is summed by, frozen. */
    teamId: uuid("team_id"),
    employee: text("employee"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.campaignId, t.contactId, t.occasion] })],
);
