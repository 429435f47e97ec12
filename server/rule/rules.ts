import { type Group, groupOf, SCORES } from "#server/nps/groups.ts";
import { numberIn } from "./number-in.ts";
import type { Change, Condition, RuleActions } from "./schema.ts";
import { plainWords, wordsOf } from "./words.ts";

/** What a rule looks at in an answer. */
export type Facts = {
  score: number;
  /** Of that customer's answer before; null where there is none. */
  scoreBefore: number | null;
  contactBy: "email" | "phone" | null;
  surveyId: string;
  touchpoint: string;
  drivers: readonly string[];
  comment: string | null;
  attributes: Readonly<Record<string, string>>;
  locale: string;
  teamId: string | null;
  channel: string;
};

type Asked = { conditions: readonly Condition[] };

/** Whether an answer is all that a rule asks for; a rule that asks for nothing fits every answer. */
export const fits = ({ conditions }: Asked, facts: Facts): boolean =>
  conditions.every((condition) => isLong(condition) || holds(condition, facts)) &&
  conditions.every((condition) => !isLong(condition) || holds(condition, facts));

/** Reading a comment takes longer than all the rest, so it comes last. */
const isLong = ({ kind }: Condition) => kind === "words";

/** The rule that decides about an answer: the first that fits it. Null when none does. */
export const firstThatFits = <Rule extends Asked>(rules: readonly Rule[], facts: Facts): Rule | null =>
  rules.find((rule) => fits(rule, facts)) ?? null;

function holds(condition: Condition, facts: Facts): boolean {
  switch (condition.kind) {
    case "group":
      return condition.any.includes(groupOf(facts.score));
    case "score":
      return condition.from <= facts.score && facts.score <= condition.to;
    case "change":
      return changed(condition.is, facts);
    case "wish":
      return condition.any.includes(facts.contactBy ?? "none");
    case "survey":
      return condition.any.includes(facts.surveyId);
    case "touchpoint":
      return condition.any.includes(facts.touchpoint);
    case "reason":
      return condition.any.some((id) => facts.drivers.includes(id));
    case "words":
      return says(condition.any, facts.comment);
    case "attribute":
      return isSo(condition, facts.attributes[condition.name]);
    case "language":
      return condition.any.includes(facts.locale);
    case "team":
      return facts.teamId !== null && condition.any.includes(facts.teamId);
    case "channel":
      return condition.any.some((channel) => channel === facts.channel);
  }
}

const ranks: Record<Group, number> = { detractor: 0, passive: 1, promoter: 2 };

function changed(change: Change, { score, scoreBefore }: Facts): boolean {
  if (scoreBefore === null) return change === "first";
  const [now, before] = [ranks[groupOf(score)], ranks[groupOf(scoreBefore)]];
  const isFall = now < before;
  const isRise = now > before;
  if (change === "fell") return isFall;
  if (change === "rose") return isRise;
  if (change === "first") return false;
  return change === "fell_to_detractor" ? isFall && now === 0 : isRise && now === 2;
}

function says(entries: readonly string[], comment: string | null): boolean {
  if (!comment) return false;
  const said = plainWords(comment);
  return entries.some((entry) => {
    const asked = wordsOf(entry);
    return asked !== null && said.includes(asked);
  });
}

type Attribute = Extract<Condition, { kind: "attribute" }>;

/** As a filter reads attributes (server/response/conditions.ts), and by their size where they are numbers. */
function isSo(
  { operator, value }: Pick<Attribute, "operator" | "value">,
  given: string | undefined,
): boolean {
  if (operator === "is") return given === value;
  if (operator === "not") return given !== value;
  if (given === undefined) return false;
  if (operator === "contains") return given.toLowerCase().includes(value.toLowerCase());
  const [number, limit] = [numberIn(given), numberIn(value)];
  if (number === null || limit === null) return false;
  return operator === "over" ? number > limit : number < limit;
}

/** Whether no score can be all that these conditions ask for. */
export const neverFits = (conditions: readonly Condition[]): boolean => scoresOf(conditions).length === 0;

/** The scores that the conditions leave. */
const scoresOf = (conditions: readonly Condition[]): number[] =>
  SCORES.filter((score) =>
    conditions.every((condition) => {
      if (condition.kind === "change") return mayBe(condition.is, groupOf(score));
      return !isOfScore(condition) || holds(condition, { score } as Facts);
    }),
  );

const isOfScore = ({ kind }: Condition) => kind === "group" || kind === "score";

function mayBe(change: Change, group: Group): boolean {
  if (change === "fell") return group !== "promoter";
  if (change === "rose") return group !== "detractor";
  if (change === "first") return true;
  return group === (change === "fell_to_detractor" ? "detractor" : "promoter");
}

/**
 * Whether `earlier` surely takes every answer that fits `later`, so that `later` is never reached behind it: each of its
 * conditions follows from one of the other's. False does not say that `later` is reached.
 */
export function covers(earlier: Asked, later: Asked): boolean {
  return earlier.conditions.every((asked) => {
    if (isOfScore(asked))
      return scoresOf(later.conditions).every((score) => holds(asked, { score } as Facts));
    return later.conditions.some((given) => follows(asked, given));
  });
}

/** Whether `asked` holds wherever `given` does. */
function follows(asked: Condition, given: Condition): boolean {
  if (asked.kind === "change" && given.kind === "change")
    return asked.is === given.is || given.is.startsWith(`${asked.is}_to_`);
  if (asked.kind === "attribute" && given.kind === "attribute") return attributeFollows(asked, given);
  if (asked.kind === "words" && given.kind === "words")
    return given.any.every((one) =>
      asked.any.some((entry) => wordsOf(one)?.includes(wordsOf(entry) ?? "\n")),
    );
  if (asked.kind !== given.kind || !("any" in asked && "any" in given)) return false;
  const all: readonly string[] = asked.any;
  return given.any.every((one) => all.includes(one));
}

function attributeFollows(asked: Attribute, given: Attribute): boolean {
  if (asked.name !== given.name) return false;
  if (given.operator === "is") return isSo(asked, given.value);
  if (asked.operator !== given.operator) return false;
  if (asked.value === given.value) return true;
  if (asked.operator === "contains") return isSo(asked, given.value);
  const [limit, narrower] = [numberIn(asked.value), numberIn(given.value)];
  if (limit === null || narrower === null) return false;
  return asked.operator === "over" ? narrower >= limit : asked.operator === "under" && narrower <= limit;
}

/** Whether `employee`, the name or address on a contact, means this colleague. */
export function isEmployee(employee: string, member: { name: string; email: string }): boolean {
  const wanted = employee.trim().toLowerCase();
  return (
    wanted !== "" && (member.email.toLowerCase() === wanted || member.name.trim().toLowerCase() === wanted)
  );
}

/** How much somebody has to do: open cases, and when the last one became theirs. */
export type Load = { id: string; open: number; lastAt: Date | null };

/** Who of several gets the next case: the fewest open ones, then whose last one is the longest ago, then their order. */
export function leastLoaded(people: readonly Load[]): string | null {
  const [first] = people.toSorted(
    (one, other) => one.open - other.open || (one.lastAt?.getTime() ?? 0) - (other.lastAt?.getTime() ?? 0),
  );
  return first?.id ?? null;
}

/** Whether a rule takes no detractor, whatever else it asks for. */
export const spares = (conditions: readonly Condition[]): boolean =>
  scoresOf(conditions).every((score) => groupOf(score) !== "detractor");

/** What is done where no rule says otherwise: a case that a person's mail opens. */
export const usualActions: RuleActions = {
  ...{ opens: true, known: true, people: [], dueHours: null },
  ...{ tellAssignee: true, tellLead: false, tagIds: [], templateId: null, thanks: null },
};
