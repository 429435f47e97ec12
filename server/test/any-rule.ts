import fc from "fast-check";
import { GROUPS, SCORES } from "#server/nps/groups.ts";
import { changes, ruleChannels, ruleOperators, wishes } from "#server/rule/choices.ts";
import type { Condition } from "#server/rule/schema.ts";

const some = <Value>(...values: readonly Value[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: values.length });

/** A few surveys, teams, reasons and words, so that conditions and answers meet. */
export const few = {
  surveys: ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"],
  teams: ["33333333-3333-4333-8333-333333333333", "44444444-4444-4444-8444-444444444444"],
  reasons: ["delivery", "price"],
  touchpoints: ["", "Delivery", "Support"],
  locales: ["en", "sv", "de"],
  words: ["late", "delivery", "delivered", '"late"', "late delivery", "Straße", "über"],
  comments: ["Late delivery!", "Delivered too late, again.", "Chocolate", "die STRASSE über uns", "", "ÜBER"],
  values: ["Basic", "Premium", "50,000", "50 001 kr", "9"],
} as const;

/** Any condition, about the few things of `few`. */
export const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  some(...GROUPS).map((any) => ({ kind: "group" as const, any })),
  fc
    .tuple(fc.constantFrom(...SCORES), fc.constantFrom(...SCORES))
    .map(([a, b]) => ({ kind: "score" as const, ...(a <= b ? { from: a, to: b } : { from: b, to: a }) })),
  fc.constantFrom(...changes).map((is) => ({ kind: "change" as const, is })),
  some(...wishes).map((any) => ({ kind: "wish" as const, any })),
  some(...few.surveys).map((any) => ({ kind: "survey" as const, any })),
  some(...few.touchpoints.slice(1)).map((any) => ({ kind: "touchpoint" as const, any })),
  some(...few.reasons).map((any) => ({ kind: "reason" as const, any })),
  some(...few.words).map((any) => ({ kind: "words" as const, any })),
  some(...few.locales).map((any) => ({ kind: "language" as const, any })),
  some(...few.teams).map((any) => ({ kind: "team" as const, any })),
  some(...ruleChannels).map((any) => ({ kind: "channel" as const, any })),
  fc
    .tuple(
      fc.constantFrom("Plan", "Value"),
      fc.constantFrom(...ruleOperators),
      fc.constantFrom(...few.values),
    )
    .filter(([, operator, value]) => !/over|under/.test(operator) || /\d/.test(value))
    .map(([name, operator, value]) => ({ kind: "attribute" as const, name, operator, value })),
);

/** Any answer, about the few things of `few`. */
export const anyFacts = fc.record({
  score: fc.constantFrom(...SCORES),
  scoreBefore: fc.option(fc.constantFrom(...SCORES)),
  contactBy: fc.option(fc.constantFrom("email" as const, "phone" as const)),
  surveyId: fc.constantFrom(...few.surveys),
  touchpoint: fc.constantFrom(...few.touchpoints),
  drivers: fc.subarray([...few.reasons]),
  comment: fc.option(fc.constantFrom(...few.comments)),
  attributes: fc.dictionary(fc.constantFrom("Plan", "Value"), fc.constantFrom(...few.values), {
    noNullPrototype: true,
  }),
  locale: fc.constantFrom(...few.locales),
  teamId: fc.option(fc.constantFrom(...few.teams)),
  channel: fc.constant("email" as const),
});
