import type { ComponentType, ReactNode } from "react";
import type { AppArea } from "#server/i18n/messages/app.ts";
import { WordsFor } from "./words-for.tsx";

/** A page or layout with the areas of words that its components need in the browser. */
export function withWords<Props extends object>(
  areas: readonly AppArea[],
  Page: (props: Props) => ReactNode | Promise<ReactNode>,
) {
  const Inner = Page as ComponentType<Props>;
  return function PageWithWords(props: Props) {
    return (
      <WordsFor areas={areas}>
        <Inner {...props} />
      </WordsFor>
    );
  };
}
