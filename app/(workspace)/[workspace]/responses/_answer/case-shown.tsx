import type { CaseState } from "#server/case/rules.ts";
import { ClockChip } from "../../cases/clock-chip.tsx";

type CaseShownProps = {
  one: {
    state: CaseState;
    openedAt: string;
    dueAt: string;
    firstReplyAt: string | null;
    needsSince: string | null;
  };
  now: Date;
};

/** The clock of an answer's case, in words. */
export function CaseShown({ one, now }: CaseShownProps) {
  const { state, openedAt, dueAt, firstReplyAt, needsSince } = one;
  return (
    <ClockChip
      one={{
        state,
        openedAt: new Date(openedAt),
        dueAt: new Date(dueAt),
        firstReplyAt: firstReplyAt === null ? null : new Date(firstReplyAt),
        needsSince: needsSince === null ? null : new Date(needsSince),
      }}
      now={now}
    />
  );
}
