"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Words } from "#app/_i18n/words.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import type { ListFilter } from "#server/response/schema.ts";
import { Announced } from "./announced.tsx";

export type NewAnswersKey = "newAnswer" | "newAnswers" | "manyNewAnswers";

type NewAnswersProps = {
  workspace: string;
  filter: ListFilter;
  /** The newest answer that is seen, and the newest that there is. */
  after: string;
  newest: string | null;
  words: Words<NewAnswersKey>;
  onShow(): void;
  /** None of those that came is there any more. */
  onNone(): void;
};

/** How many answers came that the reader does not see yet, on a button over the list that shows them. */
export function NewAnswers({ workspace, filter, after, newest, words, onShow, onNone }: NewAnswersProps) {
  const trpc = useTRPC();
  const { data, refetch } = useQuery(
    trpc.response.countNewer.queryOptions({ workspace, ...filter, after }, { staleTime: 0 }),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: there is another newest answer, so there are more
  useEffect(() => void refetch(), [newest, refetch]);
  useEffect(() => {
    if (data?.n === 0) onNone();
  }, [data, onNone]);

  const text = data && data.n > 0 ? inWords(data.n, words) : "";
  return (
    <>
      {text && (
        <div className="sticky top-9 z-10 flex h-0 justify-center print:hidden">
          <Button
            variant="primary"
            onClick={onShow}
            className="h-9 -translate-y-1/2 shadow-float max-sm:h-11"
          >
            {text}
          </Button>
        </div>
      )}
      <Announced sentence={text} />
    </>
  );
}

const most = 99;

function inWords(n: number, words: Words<NewAnswersKey>): string {
  if (n === 1) return words.newAnswer;
  return n > most
    ? words.manyNewAnswers.replace("{n}", String(most))
    : words.newAnswers.replace("{n}", String(n));
}
