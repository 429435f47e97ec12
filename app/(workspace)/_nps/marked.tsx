import { Fragment } from "react";
import { piecesOf } from "#server/response/rules.ts";

type MarkedProps = { text: string; spans: readonly (readonly [from: number, to: number])[] | undefined };

/** A text in which what somebody looked for is marked. */
export function Marked({ text, spans = [] }: MarkedProps) {
  if (spans.length === 0) return text;
  let at = 0;
  return piecesOf(text, spans).map((piece) => {
    const from = at;
    at += piece.text.length;
    return piece.marked ? (
      <mark
        key={from}
        className="rounded-mark bg-brand-tint text-text underline decoration-brand underline-offset-2"
      >
        {piece.text}
      </mark>
    ) : (
      <Fragment key={from}>{piece.text}</Fragment>
    );
  });
}
