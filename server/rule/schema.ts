import { z } from "zod";
import { DriverId } from "#server/driver/schema.ts";
import { GROUPS, SCORES } from "#server/nps/groups.ts";
import { refusal } from "#server/refusal.ts";
import { Thanks } from "#server/thanks/schema.ts";
import { changes, ruleChannels, ruleOperators, wishes } from "./choices.ts";
import { numberIn } from "./number-in.ts";
import { neverFits } from "./rules.ts";
import { wordsOf } from "./words.ts";

const oneAtLeast = refusal("conditionNone");

const anyOf = <Value extends z.ZodType>(value: Value, most = 50) =>
  z.array(value).min(1, oneAtLeast).max(most, refusal("chooseAtMost", { most }));
const text = (most: number, empty: string) =>
  z.string().trim().min(1, empty).max(most, refusal("tooLong", { most }));
const score = z.literal(SCORES, refusal("scoreChoose"));

export type Change = (typeof changes)[number];

export type RuleOperator = (typeof ruleOperators)[number];

const Words = anyOf(
  text(60, refusal("word")).refine((entry) => wordsOf(entry) !== null, refusal("wordLetters")),
  30,
);

const Attribute = z
  .object({
    kind: z.literal("attribute"),
    name: text(110, refusal("attributeName")),
    operator: z.enum(ruleOperators),
    value: text(200, refusal("valueMissing")),
  })
  .superRefine(({ operator, value }, check) => {
    const counts = operator === "over" || operator === "under";
    if (counts && numberIn(value) === null)
      check.addIssue({ code: "custom", path: ["value"], message: refusal("noNumber", { value }) });
  });

/** One thing that an answer must be: one of several values, or in a range. */
export const Condition = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("group"), any: anyOf(z.enum(GROUPS)) }),
  z
    .object({ kind: z.literal("score"), from: score, to: score })
    .refine(({ from, to }) => from <= to, { path: ["to"], error: refusal("scoresTurned") }),
  z.object({ kind: z.literal("change"), is: z.enum(changes) }),
  z.object({ kind: z.literal("wish"), any: anyOf(z.enum(wishes)) }),
  z.object({ kind: z.literal("survey"), any: anyOf(z.uuid()) }),
  z.object({ kind: z.literal("touchpoint"), any: anyOf(text(200, oneAtLeast)) }),
  z.object({ kind: z.literal("reason"), any: anyOf(DriverId) }),
  z.object({ kind: z.literal("words"), any: Words }),
  Attribute,
  z.object({ kind: z.literal("language"), any: anyOf(text(35, oneAtLeast)) }),
  z.object({ kind: z.literal("team"), any: anyOf(z.uuid()) }),
  z.object({ kind: z.literal("channel"), any: anyOf(z.enum(ruleChannels)) }),
]);
export type Condition = z.infer<typeof Condition>;
export type ConditionKind = Condition["kind"];

/** All of them must hold; each kind once, attributes as often as one likes. */
export const Conditions = z
  .array(Condition)
  .max(20, refusal("conditionsMost", { most: 20 }))
  .superRefine((conditions, check) => {
    for (const [place, { kind }] of conditions.entries()) {
      const before = conditions.findIndex((one) => one.kind === kind);
      if (kind !== "attribute" && before < place)
        check.addIssue({
          code: "custom",
          path: [place, kind === "change" ? "is" : kind === "score" ? "from" : "any"],
          message: refusal("conditionTwice"),
        });
    }
    const scored = conditions.findIndex(({ kind }) => kind === "score" || kind === "change");
    if (scored >= 0 && conditions.every(isWhole) && neverFits(conditions))
      check.addIssue({
        code: "custom",
        path: [scored, conditions[scored]?.kind === "change" ? "is" : "from"],
        message: refusal("conditionsClash"),
      });
  });
export type Conditions = z.infer<typeof Conditions>;

const isWhole = (condition: Condition): boolean =>
  condition.kind === "score"
    ? condition.from <= condition.to
    : !("any" in condition) || condition.any.length > 0;

/** What is done with an answer that a rule takes, as it is kept. */
export const RuleActions = z.object({
  /** Whether a case opens; without one nothing else happens, but that somebody may be thanked. */
  opens: z.boolean(),
  /** Whether it goes to the colleague who is named on the answer, if they work here. */
  known: z.boolean(),
  /** Otherwise to whom of these has the fewest open cases; to nobody when there is none. */
  people: z.array(z.string().max(64)).max(50),
  /** Hours of working time until the answer is due; null: the workspace's. */
  dueHours: z.int().min(1).max(720).nullable(),
  tellAssignee: z.boolean(),
  tellLead: z.boolean(),
  tagIds: z.array(z.uuid()).max(5),
  templateId: z.uuid().nullable(),
  /** The mail that thanks for an answer which opens no case; rules that were kept before there was one have none. */
  thanks: Thanks.nullable().default(null),
});
export type RuleActions = z.infer<typeof RuleActions>;

const dueHours = z
  .string()
  .trim()
  .refine(
    (typed) => typed === "" || (/^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 720),
    refusal("ruleHours", { from: 1, to: 720 }),
  )
  .transform((typed) => (typed === "" ? null : Number(typed)));

/** What a rule says, as somebody builds it. */
const Wording = z.object({
  name: text(60, refusal("ruleName")),
  conditions: Conditions,
  ...RuleActions.omit({ dueHours: true, tagIds: true, people: true }).shape,
  people: z.array(z.string().max(64)).max(50, refusal("chooseAtMost", { most: 50 })),
  dueHours,
  /** By name; those that are not there yet are made. */
  tags: z.array(text(40, refusal("tagName"))).max(5, refusal("ruleTags", { most: 5 })),
});

/** A rule to be tried; with an id as a change of that one. */
export const TryRule = Wording.extend({ ruleId: z.uuid().optional() });
export type TryRule = z.infer<typeof TryRule>;

/** A rule to be kept: a new one, or that with this id as it was in `version`. `on`: it decides from now on. */
export const SaveRule = TryRule.extend({ version: z.int().optional(), on: z.boolean() });
export type SaveRule = z.infer<typeof SaveRule>;

/** A rule as somebody has seen it. */
export const SeenRule = z.object({ ruleId: z.uuid(), version: z.int() });
export type SeenRule = z.infer<typeof SeenRule>;

export const MoveRule = z.object({ ruleId: z.uuid(), to: z.enum(["up", "down"]) });
export type MoveRule = z.infer<typeof MoveRule>;

export const GetRule = z.object({ ruleId: z.uuid() });
export type GetRule = z.infer<typeof GetRule>;
