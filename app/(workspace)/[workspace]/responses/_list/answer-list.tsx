"use client";

import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { afterLoad } from "#app/_ui/after-load.ts";
import { useOnce } from "#app/_ui/use-once.ts";
import type { ColumnName } from "#server/response/rules.ts";
import type { ListResponses } from "#server/response/schema.ts";
import { AnswerReading } from "./answer-reading.tsx";
import { AnswerTable } from "./answer-table.tsx";
import { ColumnChoice } from "./column-choice.tsx";
import type { Held } from "./join-pages.ts";
import { ListEnd } from "./list-end.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useAddress } from "./use-address.ts";
import { type AnswerItem, useAnswers } from "./use-answers.ts";
import { useHydrated } from "./use-hydrated.ts";
import { useListKeys } from "./use-list-keys.ts";
import { useOpenAnswer } from "./use-open-answer.ts";
import { useSelection } from "./use-selection.ts";
import { useWindow } from "./use-window.ts";

type AnswerListProps = {
  workspace: string;
  view: "table" | "reading";
  input: ListResponses;
  first: Held<AnswerItem>;
  count: number | null;
  columns: readonly ColumnName[];
  attributes: readonly string[];
  timeZone: string;
  now: string;
  mayOpenCases: boolean;
  /** Where the next page is without a script. */
  older: string | null;
  /** Tools for the whole list, beside those of the table. */
  children: ReactNode;
};

const fetchSheet = () => import("../_answer/answer-sheet.tsx");
const AnswerSheet = lazy(fetchSheet);

/** From here on an answer opens beside the list. */
const roomBeside = "(min-width: 64rem)";

/** The answers as a table or to be read: more come while one scrolls, rows are selected, and one opens beside them. */
export function AnswerList({
  workspace,
  view,
  input,
  first,
  count,
  children,
  older,
  ...shown
}: AnswerListProps) {
  const { mayOpenCases, timeZone } = shown;
  const list = useRef<HTMLDivElement>(null);
  const answers = useAnswers(workspace, input, first);
  const ids = useMemo(() => answers.rows.map(({ id }) => id), [answers.rows]);
  const [columns, setColumns] = useState(shown.columns);
  const selection = useSelection(ids);
  const openAnswer = useOpenAnswer();
  const wasOpen = useOnce(openAnswer.id !== null);
  useEffect(() => afterLoad(() => void fetchSheet().catch(() => {})), []);
  const [active, setActive] = useState<string | null>(null);
  const kept = ids.indexOf(openAnswer.id ?? active ?? "");
  const windowed = useWindow(list, ids, view === "table" ? 64 : 150, kept < 0 ? null : kept);
  const narrowed = useAddress();
  const canSelect = useHydrated();
  const now = useMemo(() => new Date(shown.now), [shown.now]);
  const opening = useOpening(workspace, input.q, openAnswer.show);
  const latest = useRef(selection);
  latest.current = selection;
  const toggle = useCallback((id: string, toHere: boolean) => latest.current.toggle(id, toHere), []);
  const keys = useListKeys({ list, ids, windowed, selection, openAnswer, open: opening.open });
  const row = {
    rows: answers.rows,
    count,
    windowed,
    selected: selection.ids,
    openId: openAnswer.id,
    opening,
    timeZone,
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for the links and boxes inside, which have the focus
    <div
      ref={list}
      onKeyDown={keys.onKeyDown}
      onFocus={(event) =>
        setActive(event.target.closest("[data-answer]")?.getAttribute("data-answer") ?? null)
      }
    >
      <div className="mb-3 flex flex-wrap items-center gap-2 print:hidden">
        {view === "table" && (
          <ColumnChoice
            workspace={workspace}
            columns={columns}
            attributes={shown.attributes}
            onChange={setColumns}
          />
        )}
        {children}
      </div>
      {view === "table" ? (
        <AnswerTable
          {...row}
          columns={columns}
          sort={input.sort}
          now={now}
          canSelect={canSelect}
          toggle={toggle}
          selectAll={selection.set}
          narrowed={narrowed}
        />
      ) : (
        <AnswerReading {...row} />
      )}
      <ListEnd answers={answers} older={older} />
      <SelectionBar
        workspace={workspace}
        selection={selection}
        sort={input.sort}
        mayOpenCases={mayOpenCases}
      />
      {wasOpen && (
        <Suspense>
          <AnswerSheet
            workspace={workspace}
            id={openAnswer.id}
            q={input.q}
            timeZone={timeZone}
            mayOpenCases={mayOpenCases}
            addressOf={opening.addressOf}
            onClose={openAnswer.close}
            onClosed={keys.focusAnswer}
          />
        </Suspense>
      )}
    </div>
  );
}

function useOpening(workspace: string, q: string | undefined, show: (id: string) => void) {
  const queries = useQueryClient();
  const trpc = useTRPC();
  const latest = useRef(show);
  latest.current = show;
  return useMemo(
    () => ({
      addressOf: (id: string) => `/${workspace}/responses/${id}${q ? `?${new URLSearchParams({ q })}` : ""}`,
      open(id: string) {
        if (!matchMedia(roomBeside).matches) return false;
        latest.current(id);
        return true;
      },
      expect(id: string) {
        if (!matchMedia(roomBeside).matches) return;
        const about = { workspace, responseId: id };
        void queries.prefetchQuery(trpc.response.get.queryOptions({ ...about, q }));
        void queries.prefetchQuery(trpc.evidence.of.queryOptions(about));
      },
    }),
    [workspace, q, queries, trpc],
  );
}
