import { Button } from "#app/_ui/button.tsx";
import { RemovableChip } from "#app/_ui/removable-chip.tsx";
import { Select } from "#app/_ui/select.tsx";
import { type DashboardView, periods } from "#server/dashboard/schema.ts";
import type { Found } from "./page.tsx";
import { addressOf, words } from "./words.ts";

type FilterBarProps = { workspace: string; view: DashboardView; found: Found };

/** Period, survey and one attribute: a plain form, so that the view is its address and works without JavaScript. */
export function FilterBar({ workspace, view, found }: FilterBarProps) {
  const t = words();
  const here = `/${workspace}/dashboard`;
  const chosen =
    view.attribute && view.value !== undefined ? JSON.stringify([view.attribute, view.value]) : "";
  return (
    <form
      action={`${here}/show`}
      aria-label={t("filters")}
      className="mt-5 mb-8 flex flex-wrap items-center gap-2 print:hidden"
    >
      <Select name="period" aria-label={t("period.label")} defaultValue={view.period} key={`p${view.period}`}>
        {periods.map((period) => (
          <option key={period} value={period}>
            {t(`period.${period}`)}
          </option>
        ))}
      </Select>
      <Select name="survey" aria-label={t("survey")} defaultValue={view.survey ?? ""} key={`s${view.survey}`}>
        <option value="">{t("everySurvey")}</option>
        {found.surveys.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {found.attributes.length > 0 && (
        <Select
          name="is"
          aria-label={t("attribute")}
          defaultValue={chosen}
          key={`a${chosen}`}
          className="max-w-64"
        >
          <option value="">{t("noAttribute")}</option>
          {found.attributes.map(({ name, values }) => (
            <optgroup key={name} label={name}>
              {values.map((value) => (
                <option key={value} value={JSON.stringify([name, value])}>
                  {t("attributeIs", { name, value })}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      )}
      <Button type="submit">{t("show")}</Button>
      <Chips here={here} view={view} found={found} />
    </form>
  );
}

function Chips({ here, view, found }: { here: string; view: DashboardView; found: Found }) {
  const t = words();
  const survey = found.surveys.find(({ id }) => id === view.survey)?.name;
  const chips = [
    ...(survey ? [{ label: survey, href: addressOf(here, view, { survey: undefined }) }] : []),
    ...(view.attribute && view.value !== undefined
      ? [
          {
            label: t("attributeIs", { name: view.attribute, value: view.value }),
            href: addressOf(here, view, { attribute: undefined, value: undefined }),
          },
        ]
      : []),
    ...(view.from && view.to
      ? [
          {
            label: t("between", { from: view.from, to: view.to }),
            href: addressOf(here, view, { from: undefined, to: undefined }),
          },
        ]
      : []),
  ];
  return chips.map(({ label, href }) => (
    <RemovableChip key={label} label={label} removeLabel={t("remove", { label })} href={href} />
  ));
}
