import type { ReactNode } from "react";
import { Button } from "#app/_ui/button.tsx";
import { RemovableChip } from "#app/_ui/removable-chip.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { withQuery } from "#server/response/address.ts";
import type { Choices } from "#server/response/list-choices.ts";
import type { ListResponses } from "#server/response/schema.ts";
import { listOf } from "../_filter/address.ts";
import { FilterChips } from "../_filter/filter-chips.tsx";
import { FilterFields } from "../_filter/filter-fields.tsx";
import { words } from "./words.ts";

type ResponseFiltersProps = {
  here: string;
  input: ListResponses;
  surveys: { id: string; name: string }[];
  choices: readonly Choices[];
  /** Filters that have a name. */
  saved?: ReactNode;
};

/** Group, survey, words and filters as a plain form; the days that a link brought along stay as chips. */
export function ResponseFilters({ here, input, surveys, choices, saved }: ResponseFiltersProps) {
  const t = words();
  return (
    <form
      action={`${here}/show`}
      aria-label={t("filters")}
      key={withQuery(here, listOf(input))}
      className="mt-5 mb-6 flex flex-wrap items-center gap-2 print:hidden"
    >
      {(["from", "to"] as const).map(
        (name) => input[name] && <input key={name} type="hidden" name={name} value={input[name]} />,
      )}
      <Select
        name="group"
        aria-label={t("group.label")}
        defaultValue={input.group ?? ""}
        key={`g${input.group}`}
      >
        <option value="">{t("group.all")}</option>
        {(["detractor", "passive", "promoter"] as const).map((group) => (
          <option key={group} value={group}>
            {t(`group.${group}`)}
          </option>
        ))}
      </Select>
      <Select
        name="survey"
        aria-label={t("survey")}
        defaultValue={input.survey ?? ""}
        key={`s${input.survey}`}
      >
        <option value="">{t("everySurvey")}</option>
        {surveys.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextInput
        name="q"
        type="search"
        defaultValue={input.q}
        aria-label={t("search")}
        placeholder={t("search")}
        className="w-72 max-w-full"
      />
      <FilterFields filter={input} choices={choices} />
      <Button type="submit">{t("show")}</Button>
      {saved}
      {daysOf(here, input).map(({ label, href }) => (
        <RemovableChip key={label} label={label} removeLabel={t("remove", { label })} href={href} />
      ))}
      <FilterChips here={here} query={listOf(input)} filter={input} choices={choices} />
    </form>
  );
}

function daysOf(here: string, input: ListResponses): { label: string; href: string }[] {
  const t = words();
  return (["from", "to"] as const).flatMap((name) => {
    const day = input[name];
    return day
      ? [{ label: t(name, { day }), href: withQuery(here, listOf(input), { [name]: undefined }) }]
      : [];
  });
}
