import type { DigestFigures } from "#server/digest/gather.ts";
import type { Locale } from "#server/i18n/locales.ts";
import type { Group } from "#server/nps/groups.ts";

/** A comment as the mail shows it. */
export type DigestComment = Pick<
  DigestFigures["comments"][number],
  "id" | "score" | "comment" | "contactName" | "contactEmail" | "accountName" | "locale"
>;

/** What each figure leads to: the same answers, of the same days. */
export type DigestLinks = {
  dashboard: string;
  answers: string;
  groups: Record<Group, string>;
  longer: string;
  setAside: string;
  cases: string;
  answer: (id: string) => string;
  reason: (id: string) => string;
  change: string;
  /** Null in a copy that is not the reader's own: whoever gets it cannot end it for them. */
  end: string | null;
};

export type DigestProps = {
  figures: Omit<DigestFigures, "comments"> & { comments: readonly DigestComment[] };
  /** Days of the calendar, the last included. */
  days: { from: string; to: string };
  workspaceName: string;
  /** The workspace, and what narrows its answers, in words. */
  place: string;
  rhythm: "daily" | "weekly" | "monthly";
  /** Who set it up for the reader; null: the reader. */
  setUpBy: string | null;
  /** Asked for by hand. */
  test: boolean;
  links: DigestLinks;
  locale: Locale;
};
