"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useState } from "react";
import type { Words } from "#app/_i18n/words.ts";
import type { ListFilter } from "#server/response/schema.ts";
import { NewAnswers, type NewAnswersKey } from "./new-answers.tsx";

type LaterPageProps = {
  workspace: string;
  filter: ListFilter;
  /** The newest answer of the whole list. */
  newest: string | null;
  /** Where the list begins. */
  first: string;
  words: Words<NewAnswersKey>;
  children: ReactNode;
};

/** A page of a list on which new answers do not stand: how many came since it was opened, and the way to them. */
export function LaterPage({ workspace, filter, newest, first, words, children }: LaterPageProps) {
  const router = useRouter();
  const of = JSON.stringify(filter);
  const [seen, see] = useState({ of, newest });
  if (seen.of !== of) see({ of, newest });
  const forget = useCallback(() => see({ of, newest }), [of, newest]);
  return (
    <div>
      {seen.newest && seen.newest !== newest && (
        <NewAnswers
          {...{ workspace, filter, newest, words }}
          after={seen.newest}
          onShow={() => router.push(first)}
          onNone={forget}
        />
      )}
      {children}
    </div>
  );
}
