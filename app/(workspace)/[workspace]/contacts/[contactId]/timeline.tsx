import type { ReactNode } from "react";
import { Moment } from "#app/_ui/moment.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { CustomerQuote } from "#app/(workspace)/_nps/customer-quote.tsx";
import { t } from "../words.ts";
import type { FoundContact } from "./page.tsx";

/** What was asked, answered, thanked for and opened, newest first. */
export function Timeline({ found, workspace }: { found: FoundContact; workspace: string }) {
  const entries: { key: string; at: Date; body: ReactNode }[] = [
    ...found.asked.map((one) => ({
      key: one.id,
      at: one.at,
      body: t(one.sent ? "asked" : "waiting", { campaign: one.campaign }),
    })),
    ...found.answered.map((one) => ({
      key: one.id,
      at: one.at,
      body: (
        <>
          {t("answered", { score: one.score })} ·{" "}
          <TextLink href={`/${workspace}/responses/${one.id}`}>{t("openAnswer")}</TextLink>
          {one.comment && (
            <CustomerQuote lang={one.locale} lines={3}>
              {one.comment}
            </CustomerQuote>
          )}
        </>
      ),
    })),
    ...found.thanked.map((one) => ({
      key: `thanks ${one.id}`,
      at: one.at,
      body: (
        <>
          {t(one.asks ? "thankedAsking" : "thanked")} ·{" "}
          <TextLink href={`/${workspace}/responses/${one.id}`}>{t("openAnswer")}</TextLink>
        </>
      ),
    })),
    ...found.cases.map((one) => ({
      key: one.id,
      at: one.at,
      body: (
        <>
          {t("caseOpened")} · <TextLink href={`/${workspace}/cases/${one.id}`}>{t("openCase")}</TextLink>
        </>
      ),
    })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());

  if (entries.length === 0) return <p className="text-muted">{t("nothingYet")}</p>;
  return (
    <ol>
      {entries.map(({ key, at, body }) => (
        <li key={key} className="grid gap-x-6 border-t border-line py-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <span className="text-sm text-muted">
            <Moment at={at} timeZone={found.timezone} />
          </span>
          <div>{body}</div>
        </li>
      ))}
    </ol>
  );
}
