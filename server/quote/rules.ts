import type { quoteConsents, responses } from "#db/schema/index.ts";

type Answer = Pick<
  typeof responses.$inferSelect,
  "comment" | "version" | "contactId" | "accountId" | "withdrawnAt"
>;
type Consent = Pick<typeof quoteConsents.$inferSelect, "manner" | "givenAt" | "endedAt" | "endedAs">;

export type QuoteManner = Consent["manner"];

/** The words of a customer and whether they may be quoted, as their pages need it to ask, and to let it be taken back. */
export type Quotable = {
  words: string;
  version: number;
  /** Whether the customer is known to belong to a company, which may be named then. */
  hasCompany: boolean;
  standing: { manner: QuoteManner; since: Date } | null;
  takenBackAt: Date | null;
};

/**
 * What there is to quote of an answer and the consent to it that stands, by the last one that was given, or when the
 * customer took that one back. Null where there are no words, or they are withdrawn, or nobody is known to ask.
 */
export function quotableOf(answer: Answer | null, last: Consent | null): Quotable | null {
  if (!answer?.comment || !answer.contactId || answer.withdrawnAt) return null;
  return {
    ...{ words: answer.comment, version: answer.version },
    hasCompany: answer.accountId !== null,
    standing: last && !last.endedAt ? { manner: last.manner, since: last.givenAt } : null,
    takenBackAt: last?.endedAs === "taken_back" ? last.endedAt : null,
  };
}
