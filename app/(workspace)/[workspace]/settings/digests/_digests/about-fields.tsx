import { Button } from "#app/_ui/button.tsx";
import { RemovableChip } from "#app/_ui/removable-chip.tsx";
import { Select } from "#app/_ui/select.tsx";
import { FilterChips } from "#app/(workspace)/[workspace]/_filter/filter-chips.tsx";
import { FilterFields } from "#app/(workspace)/[workspace]/_filter/filter-fields.tsx";
import { filterOf, withQuery } from "#server/response/address.ts";
import type { Choices } from "#server/response/list-choices.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import { t } from "./words.ts";

type AboutFieldsProps = {
  workspace: string;
  digestId: string | undefined;
  filter: ResponseFilter;
  choices: readonly Choices[];
  surveys: readonly { id: string; name: string }[];
};

/** Of which answers a digest tells: the same filters as the dashboard's, as a plain form. */
export function AboutFields({ workspace, digestId, filter, choices, surveys }: AboutFieldsProps) {
  const home = `/${workspace}/settings/digests`;
  const here = `${home}/${digestId ?? "new"}`;
  const query = { ...filterOf(filter), from: undefined, to: undefined };
  const survey = surveys.find(({ id }) => id === filter.survey)?.name;
  return (
    <form
      id="filter"
      tabIndex={-1}
      action={`${home}/show`}
      aria-label={t("filters")}
      key={withQuery(here, query)}
      className="mt-3 flex flex-wrap items-start gap-2"
    >
      {digestId && <input type="hidden" name="digest" value={digestId} />}
      {surveys.length > 1 && (
        <Select name="survey" aria-label={t("surveyLabel")} defaultValue={filter.survey ?? ""}>
          <option value="">{t("everySurvey")}</option>
          {surveys.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <FilterFields filter={filter} choices={choices} />
      {surveys.length > 1 && <Button type="submit">{t("apply")}</Button>}
      {survey && (
        <RemovableChip
          label={t("survey", { name: survey })}
          removeLabel={t("remove", { label: t("survey", { name: survey }) })}
          href={withQuery(here, query, { survey: undefined })}
        />
      )}
      <FilterChips here={here} query={query} filter={filter} choices={choices} />
    </form>
  );
}
