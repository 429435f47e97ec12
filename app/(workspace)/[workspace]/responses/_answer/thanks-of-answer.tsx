import type { ReactNode } from "react";
import { words } from "../words.ts";
import type { ThanksOfAnswer } from "./answer-detail.tsx";

type ThanksProps = { thanks: NonNullable<ThanksOfAnswer>; moment: (at: string) => ReactNode };

/** That and when an answer was thanked for, by which rule, or why it was not. */
export function ThanksSaid({ thanks, moment }: ThanksProps) {
  const t = words();
  const { at, rule, asks } = thanks;
  if (thanks.kind === "left_out")
    return t("thanks.left_out", { why: t(`thanks.because.${thanks.because}`), rule });
  return (
    <>
      {t(`thanks.${thanks.kind}`)} {moment(at)}. {t(asks ? "thanks.byAsking" : "thanks.by", { rule })}
    </>
  );
}
