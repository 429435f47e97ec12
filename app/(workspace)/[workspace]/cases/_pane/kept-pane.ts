import type { NamedCase } from "../_act/acting.tsx";

/** What stays of the list beside a case while one goes over to another case, whose page brings its own list. */
export type KeptPane = {
  /** The address of the list that was shown. */
  list: string;
  /** How far it was scrolled, in pixels. */
  top: number;
  /** Whether it had the focus when its page went. */
  hadFocus: boolean;
  /** The case in it that has the focus now, which keys are about. */
  pointed: NamedCase | null;
  /** All that are in it, in their order. */
  cases: readonly NamedCase[];
};

export const nothingKept = (): KeptPane => ({ list: "", top: 0, hadFocus: false, pointed: null, cases: [] });
