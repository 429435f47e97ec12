import { t } from "./words.ts";

/** The two kinds of survey as choices. */
export const kindOptions = () => [
  { value: "relationship", label: t("kindRelationship"), hint: t("kindRelationshipHint") },
  { value: "transactional", label: t("kindTransactional"), hint: t("kindTransactionalHint") },
];
