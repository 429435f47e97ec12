import { AnswersHeld } from "#app/_live/answers-held.tsx";
import { ResponseFilter } from "#server/response/schema.ts";
import { LatestAnswers } from "./latest-answers.tsx";
import type { Shown } from "./places.ts";

/** The newest answers; while they are read, those that come wait. */
export function LatestHeld({ workspace, ...shown }: Shown & { workspace: string }) {
  const { view, found } = shown;
  return (
    <AnswersHeld
      workspace={workspace}
      filter={{ ...ResponseFilter.parse(view), ...found.days }}
      newest={found.newest[0]}
    >
      <LatestAnswers {...shown} />
    </AnswersHeld>
  );
}
