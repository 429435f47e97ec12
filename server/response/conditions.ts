export const operators = ["is", "not", "contains"] as const;
export type Operator = (typeof operators)[number];

/** What an attribute must be; `not` lets those through who have none, `contains` does not mind capitals. */
export type Condition = { name: string; operator: Operator; value: string };

/** How a condition stands in an address: `is.Country.Denmark`. Points and percent signs of the name are escaped. */
export function conditionText({ name, operator, value }: Condition): string {
  return `${operator}.${name.replace(/[%.]/g, (sign) => (sign === "%" ? "%25" : "%2E"))}.${value}`;
}

/** The condition that a text stands for, or null when it is none; the value may have points. */
export function readCondition(text: string): Condition | null {
  const parts = /^(is|not|contains)\.([^.]{1,400})\.(.{1,1000})$/su.exec(text);
  if (!parts) return null;
  const name = parts[2]!.replace(/%2E/g, ".").replace(/%25/g, "%");
  return { operator: parts[1] as Operator, name, value: parts[3]! };
}
