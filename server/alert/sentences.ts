import { firstWords } from "#server/case/first-words.ts";
import { lastWords } from "#server/case/last-words.ts";
import { lastAnswer } from "#server/case/render-alert.ts";
import type { Ctx } from "#server/context.ts";
import { formatDateTime } from "#server/i18n/format.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import type { NewsKind } from "#server/news/schema.ts";
import type { Told, ToldCase } from "./gather.ts";

/** A message in words: its headline, the most urgent of its cases, and where the rest is. */
export type Telling = {
  locale: Locale;
  title: string;
  items: { title: string; words: string | null; facts: string; url: string }[];
  /** How many cases stand in no item. */
  more: number;
  queueUrl: string;
  settingsUrl: string;
};

const mostItems = 5;

/**
 * Says what an alert tells.
 * @param discreet leaves out whatever a customer is called or said
 */
export async function sayTold(
  ctx: Ctx,
  told: Told,
  { discreet, locale }: { discreet: boolean; locale: Locale },
): Promise<Telling> {
  const { workspace } = told;
  const home = `${ctx.site.appUrl}/${workspace.slug}`;
  const shown = told.cases.slice(0, mostItems);
  const items = await Promise.all(
    shown.map(async (one) => ({
      ...(await sayCase(ctx, one, { locale, discreet })),
      facts: factsOf(one, locale, workspace.timezone),
      url: `${home}/cases/${one.one.id}`,
    })),
  );
  return {
    locale,
    title: items.length === 1 ? items[0]!.title : headlineOf(told, locale),
    items,
    more: told.cases.length - items.length,
    queueUrl: `${home}/cases${queueOf(told)}`,
    settingsUrl: `${home}/settings/alerts`,
  };
}

const yours: readonly NewsKind[] = ["new_case", "assigned"];

const headlines = {
  new_case: "caseNewsNew",
  assigned: "caseNewsAssigned",
  not_solved: "caseNewsNotSolved",
  message: "caseNewsWrote",
  overdue: "caseNewsOverdue",
} as const satisfies Record<NewsKind, string>;

/** "14 new cases in the last hour". */
function headlineOf({ alert, cases, ofLastHour }: Told, locale: Locale): string {
  const t = translator(locale, "mail");
  const kinds = new Set(cases.map(({ kind }) => kind));
  const [kind] = kinds;
  const mine = alert.scope === "mine" && [...kinds].every((one) => yours.includes(one));
  const key = mine ? "caseNewsYours" : kinds.size === 1 ? headlines[kind!] : "caseNewsMixed";
  const what = t(key, { n: cases.length });
  return ofLastHour ? t("caseNewsLastHour", { what }) : what;
}

async function sayCase(
  ctx: Ctx,
  { kind, one, score, comment, customerName, checkId }: ToldCase,
  { locale, discreet }: { locale: Locale; discreet: boolean },
): Promise<{ title: string; words: string | null }> {
  const t = translator(locale, "mail");
  const customer = (!discreet && customerName) || t("caseNoCustomer");
  const words = (text: string | null) => (discreet ? null : text?.trim() || null);
  if (kind === "overdue") return { title: t("caseOverdue", { customer }), words: words(comment) };
  if (kind === "message") {
    return { title: t("caseNewsWroteOne", { customer }), words: words(await lastWords(ctx, one.id)) };
  }
  if (kind === "not_solved" && checkId) {
    const said = await lastAnswer(ctx, checkId);
    const answer = translator(locale, "answer")(answers[said?.answer ?? "no"]);
    return { title: t("caseTitleRecovery", { customer, answer }), words: words(said?.comment ?? null) };
  }
  if (score === null) {
    return { title: t("caseTitleWrote", { customer }), words: words(await firstWords(ctx, one.id)) };
  }
  return { title: t("caseTitle", { customer, score }), words: words(comment) };
}

const answers = { yes: "checkYes", partly: "checkPartly", no: "checkNo" } as const;

function factsOf({ kind, dueAt, assignee }: ToldCase, locale: Locale, timezone: string): string {
  const t = translator(locale, "mail");
  const time = dueAt && formatDateTime(dueAt, locale, timezone);
  if (kind === "overdue" && time) {
    return assignee ? t("caseOverdueWith", { time, name: assignee }) : t("caseOverdueNobody", { time });
  }
  const due = time && t("caseDue", { time });
  const whose = assignee ? t("caseNewsWith", { name: assignee }) : t("caseNewsNobody");
  return [due, whose].filter(Boolean).join(" ");
}

/** The view of the queue in which these cases stand. */
function queueOf({ alert, cases }: Told): string {
  const late = cases.every(({ kind }) => kind === "overdue");
  const words = new URLSearchParams({
    ...(alert.scope === "mine" && cases.every(({ one }) => one.assigneeId === alert.userId)
      ? { view: "mine" }
      : {}),
    ...(alert.teamId ? { team: alert.teamId } : {}),
    ...(late ? { reply: "overdue" } : {}),
  });
  return words.size > 0 ? `?${words}` : "";
}
