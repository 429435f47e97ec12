import type { ReactNode } from "react";
import { wordsOf } from "#app/_i18n/words.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import type { ListFilter } from "#server/response/schema.ts";
import { HeldList } from "./held-list.tsx";
import { LaterPage } from "./later-page.tsx";

const t = appTranslator("live");

type AnswersHeldProps = {
  workspace: string;
  /** What lets the answers through. */
  filter: ListFilter;
  /** The newest of those it lets through. */
  newest: { id: string; answeredAt: Date } | undefined;
  /** Where the list begins, when new answers do not stand in `children`: on its later pages, or in another order. */
  first?: string;
  children: ReactNode;
};

/** A list of answers that does not move while it is read; those that come say how many they are. */
export function AnswersHeld({ newest: answer, first, ...list }: AnswersHeldProps) {
  const words = wordsOf(t, ["newAnswer", "newAnswers", "manyNewAnswers"]);
  const newest = answer ? `${answer.answeredAt.toISOString()}_${answer.id}` : null;
  return first ? (
    <LaterPage {...list} newest={newest} first={first} words={words} />
  ) : (
    <HeldList {...list} newest={newest} words={words} />
  );
}
