import { clsx } from "clsx";
import type { ReactNode } from "react";

type CustomerQuoteProps = {
  /** The words, those that were looked for `Marked`. */
  children: ReactNode;
  /** BCP 47 code of the language it was written in, where it is known. */
  lang?: string;
  /** Shows the beginning only, at most this many lines. */
  lines?: 2 | 3;
};

/** What a customer wrote: everywhere in serif, so that staff see whose words they read. */
export function CustomerQuote({ children, lang, lines }: CustomerQuoteProps) {
  return (
    <blockquote
      lang={lang}
      dir="auto"
      className={clsx(
        "max-w-[66ch] font-serif text-quote break-words whitespace-pre-line",
        lines === 2 && "line-clamp-2",
        lines === 3 && "line-clamp-3",
      )}
    >
      {children}
    </blockquote>
  );
}
