import type { getSetUp } from "#server/workspace/queries.ts";

export type SetUp = Awaited<ReturnType<typeof getSetUp>>;
export const stepNames = ["survey", "contacts", "test", "send"] as const;
export type StepName = (typeof stepNames)[number];

/** Which of the four first steps are done, by what is there and not by what was pressed. */
export function stepsDone(setUp: SetUp): Record<StepName, boolean> {
  return {
    survey: setUp.surveys > 0,
    contacts: setUp.contacts > 0,
    test: setUp.tested || setUp.campaigns > 0,
    send: setUp.campaigns > 0,
  };
}

/** How many are done. */
export function countDone(done: Record<StepName, boolean>): number {
  return stepNames.filter((name) => done[name]).length;
}
