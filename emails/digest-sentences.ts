import { formatDate, formatDays, formatNumber } from "#server/i18n/format.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { type Counts, total } from "#server/nps/groups.ts";
import { formatNps, npsOf } from "#server/nps/score.ts";
import { presentationOf } from "#server/nps/show.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import { oneLine } from "./clean.ts";
import type { DigestProps } from "./digest-props.ts";

/** The finding: "NPS +31, up 6: likely a real change". */
export function findingOf({ figures: { verdict }, locale }: DigestProps): string {
  const t = translator(locale, "digest");
  if (verdict.kind === "no_answers") return t("findingNone");
  if (verdict.kind === "too_few") return t("findingTooFew", { n: verdict.n });
  const nps = formatNps(verdict.nps);
  if (verdict.kind === "score") return t(verdict.few ? "findingFew" : "findingScore", { nps });
  if (verdict.kind === "cannot_tell") return t("findingCannotTell", { nps });
  return t(verdict.kind === "up" ? "findingUp" : "findingDown", { nps, points: verdict.points });
}

/** What it was before and what may be said of the difference; null where there is no score to compare. */
export function sinceOf({ figures, locale }: DigestProps): string | null {
  const { before, compared, verdict, counts } = figures;
  if (!before || !compared || presentationOf(total(counts)) === "counts") return null;
  const t = translator(locale, "digest");
  const days = formatDays(compared.from, compared.to, locale);
  const said = { up: "sinceUp", down: "sinceDown", cannot_tell: "sinceCannotTell" } as const;
  if (verdict.kind !== "up" && verdict.kind !== "down" && verdict.kind !== "cannot_tell")
    return t("sinceNone", { days });
  return t(said[verdict.kind], { before: formatNps(npsOf(before)), days });
}

/** "NPS +31 (+24 to +38), n = 412", or why there is no score; null without answers. */
export function scoreLine(counts: Counts, locale: Locale): string | null {
  const t = translator(locale, "digest");
  const interval = intervalOf(counts);
  if (!interval) return null;
  const n = total(counts);
  if (presentationOf(n) === "counts") return t("tooFew");
  const [low, high] = [formatNps(interval.low), formatNps(interval.high)];
  return t("scoreLine", { nps: formatNps(npsOf(counts)), low, high, n });
}

/** What stands beside the score, each with the page it leads to, if there is one. */
export function factsOf({ figures, locale, links }: DigestProps): { text: string; href: string | null }[] {
  const t = translator(locale, "digest");
  const { longer, asked, notInvited, setAside } = figures;
  const facts: { text: string; href: string | null }[] = [];
  if (longer && presentationOf(total(longer.counts)) !== "counts") {
    const date = formatDate(new Date(`${longer.days.to}T00:00:00Z`), locale, "UTC");
    facts.push({ text: t("longer", { date, score: scoreLine(longer.counts, locale)! }), href: links.longer });
  }
  if (asked && asked.sent > 0) {
    const percent = formatNumber(asked.answered / asked.sent, locale, { style: "percent" });
    facts.push({ text: t("rate", { ...asked, percent }), href: null });
  }
  if (notInvited > 0) facts.push({ text: t("notInvited", { n: notInvited }), href: null });
  if (setAside > 0) facts.push({ text: t("setAside", { n: setAside }), href: links.setAside });
  return facts;
}

/** "3 new cases · 2 cases are overdue for a reply". */
export function casesOf({ figures: { cases }, locale }: DigestProps): string {
  const t = translator(locale, "digest");
  const overdue = cases.overdue > 0 ? [t("overdue", { n: cases.overdue })] : [];
  return [t("opened", { n: cases.opened }), ...overdue].join(" · ");
}

/** Why the reader gets it. */
export function whyOf({ rhythm, setUpBy, workspaceName, test, locale }: DigestProps): string {
  const t = translator(locale, "digest");
  if (test) return t("testNote");
  const workspace = oneLine(workspaceName);
  const by =
    setUpBy === null ? t("setUpByYou", { workspace }) : t("setUpBy", { workspace, name: oneLine(setUpBy) });
  return `${t("why", { rhythm })} ${by}`;
}
