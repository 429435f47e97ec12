import { randomUUID } from "node:crypto";
import type { QuoteView } from "#app/(public)/_pages/quote-form.ts";
import type { Runtime } from "#server/entry.ts";
import type { Quotable } from "#server/quote/rules.ts";
import { makeNonce } from "#server/response/rules.ts";

/** The page that shows the form: what it comes back to. */
export type QuotePage = "thanks" | "mine";

type Around = {
  quotable: Quotable | null;
  /** Whether consent may be asked for here. */
  asked: boolean;
  /** Whether the words stand beside the form, as nowhere else on the page. */
  withWords: boolean;
};

/** The form about quoting an answer, as a page shows it; null where there are no words. */
export function quoteViewOf(
  rt: Runtime,
  token: string,
  page: QuotePage,
  { quotable, asked, withWords }: Around,
): QuoteView | null {
  if (!quotable) return null;
  return {
    ...quotable,
    ...{ asked, withWords },
    action: `/r/${token}/quote`,
    hidden: { page, nonce: makeNonce(rt.tokens, token, rt.clock(), randomUUID()) },
  };
}
