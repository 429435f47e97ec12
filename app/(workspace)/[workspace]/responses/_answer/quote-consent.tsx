import type { ReactNode } from "react";
import { words } from "../words.ts";
import type { FoundAnswer } from "./answer-detail.tsx";

type QuoteConsentProps = {
  consent: NonNullable<FoundAnswer["quote"]>;
  moment: (at: string) => ReactNode;
};

/** How an answer may be quoted and since when, or why it may be no longer. */
export function QuoteConsent({ consent: { manner, givenAt, endedAt, endedAs }, moment }: QuoteConsentProps) {
  const t = words();
  if (!endedAt || !endedAs || endedAs === "replaced")
    return (
      <>
        {t("quote.since", { manner: t(`quote.${manner}`) })} {moment(givenAt)}
      </>
    );
  return (
    <>
      {t("quote.no")} {moment(endedAt)}. {t(`quote.ended.${endedAs}`)}
    </>
  );
}
