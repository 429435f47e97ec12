import { chipsOf } from "#app/(workspace)/[workspace]/_filter/say.ts";
import { filterIn } from "#server/response/address.ts";
import type { Choices } from "#server/response/list-choices.ts";
import { t } from "./words.ts";

export type Naming = {
  workspaceName: string;
  surveys: readonly { id: string; name: string }[];
  choices: readonly Choices[];
};

/** Of what a digest tells: "Team is Freight", or everything. */
export function aboutInWords(words: string, { workspaceName, surveys, choices }: Naming): string {
  const filter = filterIn(words);
  const survey = filter.survey && (surveys.find(({ id }) => id === filter.survey)?.name ?? t("gone"));
  const parts = [
    ...(survey ? [t("survey", { name: survey })] : []),
    ...chipsOf(filter, choices).map(({ label }) => label),
  ];
  return parts.length > 0 ? parts.join(" · ") : t("everything", { workspace: workspaceName });
}
