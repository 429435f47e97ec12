"use client";

import { type ReactNode, useCallback, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Words } from "#app/_i18n/words.ts";
import type { ListFilter } from "#server/response/schema.ts";
import { isRead, KeepPlace } from "./keep-place.tsx";
import { NewAnswers, type NewAnswersKey } from "./new-answers.tsx";

type HeldListProps = {
  workspace: string;
  /** What the list is of; another list is shown at once. */
  filter: ListFilter;
  /** The newest answer in `children`: its moment and id. */
  newest: string | null;
  words: Words<NewAnswersKey>;
  /** The list. */
  children: ReactNode;
};

/**
 * A list of answers, newest first, that does not jump under its reader: while it is read, new ones wait behind a button
 * that says how many there are.
 */
export function HeldList({ workspace, filter, newest, words, children }: HeldListProps) {
  const kept = useRef<KeepPlace>(null);
  const of = JSON.stringify(filter);
  const [shown, show] = useState({ of, newest, rows: children, held: false });
  if (shown.rows !== children || shown.of !== of) {
    const hasNew = shown.of === of && shown.newest !== null && shown.newest !== newest;
    if (!hasNew || !(shown.held || isReadIn(kept.current))) show({ of, newest, rows: children, held: false });
    else if (!shown.held) show({ ...shown, held: true });
  }
  const showAll = useCallback(
    () => show({ of, newest, rows: children, held: false }),
    [of, newest, children],
  );

  function showAndGo(): void {
    flushSync(showAll);
    const place = kept.current?.place.current;
    place?.scrollIntoView({ block: "start" });
    place?.querySelector<HTMLElement>("li a[href], td a[href]")?.focus({ preventScroll: true });
  }

  return (
    <KeepPlace ref={kept}>
      {shown.held && shown.newest && (
        <NewAnswers
          {...{ workspace, filter, newest, words }}
          after={shown.newest}
          onShow={showAndGo}
          onNone={showAll}
        />
      )}
      {shown.rows}
    </KeepPlace>
  );
}

function isReadIn(kept: KeepPlace | null): boolean {
  const place = kept?.place.current;
  return place ? isRead(place) : false;
}
