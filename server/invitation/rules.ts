import type { exclusionReason, LegalGround, suppressionReason, surveys } from "#db/schema/index.ts";
import { type Country, isGrounded, type Law } from "#server/legal/rules.ts";

export type ExclusionReason = (typeof exclusionReason.enumValues)[number];
export type SurveyKind = typeof surveys.$inferSelect.kind;

/** The reasons why a contact may not be asked, in the order they are looked at: the first that holds is the one that is told. */
const ownReasons = [
  "no_valid_address",
  "opted_out",
  "suppressed",
  "no_legal_ground",
  "asked_recently",
  "asked_recently_touchpoint",
  "asked_recently_relationship",
  "left_out_by_hand",
] as const satisfies readonly ExclusionReason[];
type OwnReason = (typeof ownReasons)[number];

/** All reasons: last, that the draw left somebody out who could have been asked, or that it was too late to ask. */
export const exclusionReasons = [
  ...ownReasons,
  "not_sampled",
  "event_too_old",
] as const satisfies readonly ExclusionReason[];

/** Days that must lie between two questions to one contact: any survey, the same touchpoint, relationship surveys. */
export type Gaps = { anyDays: number; touchpointDays: number; relationshipDays: number };

export type AskedSurvey = { kind: SurveyKind; touchpoint: string };

/** What a workspace says about asking. */
export type AskingRules = { gaps: Gaps; law: Law };

/** What is known of a contact: an address or none, the suppressions of it, and when it was asked what. */
export type ContactFacts = {
  hasAddress: boolean;
  suppressions: { reason: (typeof suppressionReason.enumValues)[number]; until: Date | null }[];
  asked: (AskedSurvey & { at: Date })[];
  ground: LegalGround;
  country: Country;
  /** Somebody left it out of this campaign. */
  leftOut: boolean;
};

export type Decision = { ask: true } | { ask: false; because: OwnReason };

/**
 * Whether a contact may be asked `survey` now (PRODUCT.md A3). The same rule over whole audiences is the SQL
 * of queries.ts; a test holds the two together.
 */
export function mayAsk(
  facts: ContactFacts,
  survey: AskedSurvey & { neutral: boolean },
  { gaps, law }: AskingRules,
  now: Date,
): Decision {
  const stopped = facts.suppressions.filter(({ until }) => until === null || until > now);
  const since = gapStarts(gaps, now);
  const askedSince = (start: Date, which: (asked: AskedSurvey) => boolean) =>
    facts.asked.some((asked) => asked.at > start && which(asked));
  const holds: Record<OwnReason, boolean> = {
    no_valid_address: !facts.hasAddress,
    opted_out: stopped.some(({ reason }) => reason === "opted_out"),
    suppressed: stopped.length > 0,
    no_legal_ground: !isGrounded(facts.ground, law[facts.country].accepts, survey.neutral),
    asked_recently: askedSince(since.any, () => true),
    asked_recently_touchpoint:
      survey.touchpoint !== "" && askedSince(since.touchpoint, (it) => it.touchpoint === survey.touchpoint),
    asked_recently_relationship:
      survey.kind === "relationship" && askedSince(since.relationship, (it) => it.kind === "relationship"),
    left_out_by_hand: facts.leftOut,
  };
  const because = ownReasons.find((reason) => holds[reason]);
  return because ? { ask: false, because } : { ask: true };
}

const dayMs = 86_400_000;

/** The moments that whoever was asked after is asked too soon. */
export function gapStarts(gaps: Gaps, now: Date): { any: Date; touchpoint: Date; relationship: Date } {
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  return {
    any: before(gaps.anyDays),
    touchpoint: before(gaps.touchpointDays),
    relationship: before(gaps.relationshipDays),
  };
}

/** How long the links of a mail lead to a page that takes an answer. */
export const answerableDays = 90;

/** What a mail greets a person with: the first word of "Åsa Lind", and of "Lind, Åsa" the one behind the comma. */
export function firstNameOf(name: string | null): string | null {
  const [last = "", given] = (name ?? "").split(",", 2);
  const words = (given?.trim() || last).trim().split(/\s+/);
  const first = /^(?:mr|mrs|ms|dr|prof|herr|frau|fru|hr)\.?$/i.test(words[0] ?? "") ? words[1] : words[0];
  return first && !first.includes("@") ? first : null;
}
