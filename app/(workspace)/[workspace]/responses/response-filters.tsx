import type { ReactNode } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { RemovableChip } from "#app/_ui/removable-chip.tsx";
import { SearchInput } from "#app/_ui/search-input.tsx";
import { Select } from "#app/_ui/select.tsx";
import { withQuery } from "#server/response/address.ts";
import type { Choices } from "#server/response/list-choices.ts";
import { sorts } from "#server/response/schema.ts";
import { FilterChips } from "../_filter/filter-chips.tsx";
import { FilterFields } from "../_filter/filter-fields.tsx";
import { type AnswersView, answersQuery } from "./_list/view.ts";
import { words } from "./words.ts";

type ResponseFiltersProps = {
  here: string;
  input: AnswersView;
  surveys: { id: string; name: string }[];
  choices: readonly Choices[];
  /** Filters that have a name. */
  saved?: ReactNode;
};

/** Group, survey, order, words and filters as a plain form; what a link brought along besides stays as chips. */
export function ResponseFilters({ here, input, surveys, choices, saved }: ResponseFiltersProps) {
  const t = words();
  const query = answersQuery(input);
  return (
    <form
      action={`${here}/show`}
      aria-label={t("filters")}
      key={withQuery(here, query)}
      className="mt-5 mb-6 flex flex-wrap items-center gap-2 print:hidden"
    >
      {(["from", "to", "score", "view"] as const).map(
        (name) => query[name] && <input key={name} type="hidden" name={name} value={query[name]} />,
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
      <Select name="sort" aria-label={t("sort.label")} defaultValue={input.sort} key={`o${input.sort}`}>
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </option>
        ))}
      </Select>
      <span className="w-80 max-w-full">
        <SearchInput label={t("search")} value={input.q} />
      </span>
      <FilterFields filter={input} choices={choices} edge="end">
        <Checkbox
          name="quotable"
          value="yes"
          label={t("columns.quote")}
          defaultChecked={input.quotable === "yes"}
        />
      </FilterFields>
      <Button type="submit">{t("show")}</Button>
      {saved}
      {broughtAlong(here, input).map(({ label, href }) => (
        <RemovableChip key={label} label={label} removeLabel={t("remove", { label })} href={href} />
      ))}
      <FilterChips here={here} query={query} filter={input} choices={choices} />
    </form>
  );
}

function broughtAlong(here: string, input: AnswersView): { label: string; href: string }[] {
  const t = words();
  const query = answersQuery(input);
  const without = (name: string) => withQuery(here, query, { [name]: undefined });
  return [
    ...(input.from ? [{ label: t("from", { day: input.from }), href: without("from") }] : []),
    ...(input.to ? [{ label: t("to", { day: input.to }), href: without("to") }] : []),
    ...(input.score === undefined
      ? []
      : [{ label: t("scoreIs", { score: input.score }), href: without("score") }]),
    ...(input.quotable ? [{ label: t("columns.quote"), href: without("quotable") }] : []),
    ...(input.q ? [{ label: t("searchedFor", { q: input.q }), href: without("q") }] : []),
  ];
}
