import { clsx } from "clsx";
import { Marked } from "#app/(workspace)/_nps/marked.tsx";
import { beginningFor } from "#server/response/rules.ts";
import type { AnswerItem } from "./use-answers.ts";

type ExcerptProps = { answer: Pick<AnswerItem, "comment" | "locale" | "marks">; lines: 2 | 3 };

/** The first lines of what a customer wrote; where words were looked for, those that have the first of them. */
export function Excerpt({ answer: { comment, locale, marks }, lines }: ExcerptProps) {
  if (!comment) return null;
  const spans = marks?.comment ?? [];
  const from = beginningFor(comment, spans);
  return (
    <p
      lang={locale}
      dir="auto"
      className={clsx(
        "max-w-[66ch] font-serif text-quote break-words",
        lines === 2 ? "line-clamp-2" : "line-clamp-3",
      )}
    >
      {from > 0 && "… "}
      <Marked
        text={comment.slice(from)}
        spans={spans.map(([start, end]) => [start - from, end - from] as const)}
      />
    </p>
  );
}
