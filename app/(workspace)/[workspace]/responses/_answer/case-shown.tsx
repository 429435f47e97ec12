import type { CaseState } from "#server/case/rules.ts";
import { ClockChip } from "../../cases/clock-chip.tsx";

type CaseShownProps = {
  one: {
    state: CaseState;
    openedAt: string;
    dueAt: string;
    soonAt: string | null;
    firstReplyAt: string | null;
    firstDueAt: string | null;
    needsSince: string | null;
    needsBecause: string | null;
  };
  now: Date;
};

/** The clock of an answer's case, in words. */
export function CaseShown({ one, now }: CaseShownProps) {
  const { state, openedAt, dueAt, soonAt, firstReplyAt, firstDueAt, needsSince, needsBecause } = one;
  const moment = (at: string | null) => (at === null ? null : new Date(at));
  return (
    <ClockChip
      one={{
        state,
        openedAt: new Date(openedAt),
        dueAt: new Date(dueAt),
        soonAt: moment(soonAt),
        firstReplyAt: moment(firstReplyAt),
        firstDueAt: moment(firstDueAt),
        needsSince: moment(needsSince),
        needsBecause,
      }}
      now={now}
    />
  );
}
