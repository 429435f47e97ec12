import { RemovableChip } from "#app/_ui/removable-chip.tsx";
import type { ListCases } from "#server/case/schema.ts";
import { type NamedCause, pathOf } from "#server/cause/rules.ts";
import { withQuery } from "#server/response/address.ts";
import type { Choices } from "#server/response/list-choices.ts";
import { FilterChips } from "../_filter/filter-chips.tsx";
import { dayInWords } from "../dashboard/words.ts";
import { selectionOf } from "./address.ts";
import { words } from "./words.ts";

type CaseFiltersProps = {
  here: string;
  input: ListCases;
  surveys: readonly { id: string; name: string }[];
  choices: readonly Choices[];
  tags: readonly { id: string; name: string }[];
  causes: readonly NamedCause[];
};

/** What a figure brought along when it led here, each to be taken away. */
export function CaseFilters({ here, input, surveys, choices, tags, causes }: CaseFiltersProps) {
  const t = words();
  const query = selectionOf(input);
  const survey = surveys.find(({ id }) => id === input.survey)?.name;
  const cause = causes.find(({ id }) => id === input.cause);
  const chips = [
    input.reply && { name: "reply", label: t(`reply.${input.reply}`) },
    input.tag && {
      name: "tag",
      label: t("tag.filtered", { name: tags.find(({ id }) => id === input.tag)?.name ?? t("gone") }),
    },
    input.cause && {
      name: "cause",
      label: t("cause", { name: cause ? pathOf(cause) : t("gone") }),
    },
    input.from && { name: "from", label: t("from", { day: dayInWords(input.from) }) },
    input.to && { name: "to", label: t("to", { day: dayInWords(input.to) }) },
    input.survey && { name: "survey", label: t("survey", { name: survey ?? t("gone") }) },
  ].filter((chip) => chip !== undefined && chip !== "");
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {chips.map(({ name, label }) => (
        <RemovableChip
          key={name}
          label={label}
          removeLabel={t("remove", { label })}
          href={withQuery(here, query, { [name]: undefined })}
        />
      ))}
      <FilterChips here={here} query={query} filter={input} choices={choices} />
    </div>
  );
}
