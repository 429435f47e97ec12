import type { Query } from "#server/response/address.ts";
import { conditionText, operators, readCondition } from "#server/response/conditions.ts";
import { narrowedTo, narrowingOf } from "./narrowing.ts";

/**
 * The address that a form of filters stands for: what it carries, with the choice of `add` (a dimension and its
 * value) and the condition somebody wrote (`name`, `operator`, `value`) in it.
 */
export function readFilterForm(sent: URLSearchParams): Query {
  const { add, name, operator, value, where: _, ...rest } = Object.fromEntries(sent);
  const written = operators.find((one) => one === operator);
  const conditions = [
    ...sent.getAll("where"),
    ...(name && value && written ? [conditionText({ name, operator: written, value })] : []),
  ];
  const where = [...new Set(conditions)].filter((text) => readCondition(text));
  const chosen = add ? narrowingOf(add) : null;
  return { ...rest, where, ...(chosen ? narrowedTo(chosen.dimension, chosen.value, where) : {}) };
}
