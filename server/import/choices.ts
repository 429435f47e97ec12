/** Where a column's values may go; "attribute" keeps them under the column's own name, "ignore" leaves them out. */
export const contactTargets = [
  "email",
  "name",
  "locale",
  "account",
  "team",
  "employee",
  "externalId",
  "consentedAt",
  "groundSource",
] as const;

export const responseTargets = ["score", "comment", "answered", "email", "name"] as const;

export const otherTargets = ["attribute", "ignore"] as const;
