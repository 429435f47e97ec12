"use client";

import { useState } from "react";
import { mostSelected } from "#server/response/rules.ts";

export type Selection = {
  ids: ReadonlySet<string>;
  /** Selects one, or takes it out; with `toHere` everything between the last one touched and this one. */
  toggle(id: string, toHere: boolean): void;
  set(ids: readonly string[]): void;
};

/** Which of the rows with these ids are selected, 200 at most; rows that are gone are not. */
export function useSelection(order: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const ids = new Set(order.filter((id) => chosen.has(id)));
  const set = (next: readonly string[]) => setChosen(new Set(next.slice(0, mostSelected)));
  return {
    ids,
    set,
    toggle(id, toHere) {
      const [from, to] = [last === null ? -1 : order.indexOf(last), order.indexOf(id)];
      setLast(id);
      if (toHere && from >= 0) set([...ids, ...order.slice(Math.min(from, to), Math.max(from, to) + 1)]);
      else set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]);
    },
  };
}
