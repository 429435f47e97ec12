import type { Condition, ConditionKind, RuleActions, TryRule } from "#server/rule/schema.ts";
import type { Said } from "./sentence.ts";

/** A rule while it is being built; each condition keeps its key however the others change. */
export type Draft = Omit<RuleActions, "dueHours" | "tagIds"> & {
  name: string;
  conditions: (Condition & { key: number })[];
  dueHours: string;
  tags: string[];
};

/** What a new rule begins as. */
export const emptyDraft: Draft = {
  ...{ name: "", conditions: [], opens: true, known: true, people: [], dueHours: "" },
  ...{ tellAssignee: true, tellLead: false, tags: [], templateId: null, thanks: null },
};

export type Outcome = "case" | "thanks" | "nothing";

/** What a draft does with an answer that it takes. */
export const outcomeOf = ({ opens, thanks }: Pick<Draft, "opens" | "thanks">): Outcome =>
  opens ? "case" : thanks ? "thanks" : "nothing";

/** What changes in a draft when it is to do this; thanks go to whom the conditions say, so they say whom thanks may go to. */
export function decided(outcome: Outcome, { conditions, thanks }: Draft): Partial<Draft> {
  if (outcome !== "thanks") return { opens: outcome === "case", thanks: null };
  return {
    opens: false,
    thanks: thanks ?? { templateId: "", referral: null },
    conditions: forThanks(conditions),
  };
}

/** The same conditions, without detractors and without those who ask to be contacted: they get a person. */
function forThanks(conditions: Draft["conditions"]): Draft["conditions"] {
  const group = conditions.find((one) => one.kind === "group");
  const happy = (["passive", "promoter"] as const).filter((one) => group?.any.includes(one) ?? true);
  const last = Math.max(0, ...conditions.map(({ key }) => key));
  return [
    {
      kind: "group",
      any: happy.length > 0 ? [...happy] : ["passive", "promoter"],
      key: group?.key ?? last + 1,
    },
    ...conditions.filter(({ kind }) => kind !== "group" && kind !== "wish"),
    { kind: "wish", any: ["none"], key: conditions.find((one) => one.kind === "wish")?.key ?? last + 2 },
  ];
}

/** What is sent of a draft. */
export function inputOf({ conditions, ...draft }: Draft): TypedRule {
  return { ...draft, conditions: conditions.map(({ key: _, ...condition }) => condition as Condition) };
}

type TypedRule = Omit<TryRule, "dueHours" | "ruleId"> & { dueHours: string };

/** What a draft says; what is typed as hours and is none does not count. */
export function saidBy({ name: _, dueHours, conditions, ...actions }: Draft): Said {
  const hours = /^\d{1,3}$/.test(dueHours.trim()) ? Number(dueHours) : null;
  return { conditions, actions: { ...actions, dueHours: hours || null } };
}

/** A condition of a kind, as it begins. */
export function begun(kind: ConditionKind): Condition {
  switch (kind) {
    case "score":
      return { kind, from: 0, to: 6 };
    case "change":
      return { kind, is: "fell_to_detractor" };
    case "attribute":
      return { kind, name: "", operator: "is", value: "" };
    case "wish":
      return { kind, any: ["email", "phone"] };
    default:
      return { kind, any: [] } as Condition;
  }
}

/** What stands between commas. */
export const listed = (typed: string): string[] =>
  typed
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
