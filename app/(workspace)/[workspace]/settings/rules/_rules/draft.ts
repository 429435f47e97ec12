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
  ...{ tellAssignee: true, tellLead: false, tags: [], templateId: null },
};

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
