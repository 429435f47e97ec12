"use client";

import { createContext, type RefObject, useContext } from "react";
import type { CaseChange } from "#server/case/schema.ts";
import type { KeptPane } from "../_pane/kept-pane.ts";
import type { Asked, CaseFrame } from "./acting.tsx";

type ActingValue = {
  workspace: string;
  frame: CaseFrame;
  /** Opens the dialog in which it is chosen to whom, until when, or how it ended. */
  ask(asked: Asked): void;
  /** Does it. Returns the words of what stood against it, or null. */
  act(change: CaseChange, asked: Omit<Asked, "kind">): Promise<string | null>;
  undo(): void;
  /** Says something to who listens instead of looking. */
  say(text: string): void;
  /** Where the focus goes once it is there: a case's id, or "list". */
  arriving: RefObject<string | null>;
  /** The list beside a case, as it was left. */
  pane: RefObject<KeptPane>;
  /** Whether what is known of the customer is unfolded beside a case. */
  context: RefObject<boolean>;
};

export const ActingContext = createContext<ActingValue | null>(null);

/** What can be done with cases here. */
export function useActing(): ActingValue {
  const value = useContext(ActingContext);
  if (!value) throw new Error("what is done with cases needs Acting above it");
  return value;
}
