import { Button } from "#app/_ui/button.tsx";
import { RemovableChip } from "#app/_ui/removable-chip.tsx";
import { Select } from "#app/_ui/select.tsx";
import { type DashboardView, periods } from "#server/dashboard/schema.ts";
import { attributeChoice, ownDates } from "./choice.ts";
import { DateFields } from "./date-fields.tsx";
import type { Found } from "./page.tsx";
import { addressOf, daysInWords, words } from "./words.ts";

type FilterBarProps = { workspace: string; view: DashboardView; found: Found };

/** Period, survey and one attribute: a plain form, so that the view is its address and works without JavaScript. */
export function FilterBar({ workspace, view, found }: FilterBarProps) {
  const t = words();
  const here = `/${workspace}/dashboard`;
  const period = view.from ? ownDates : view.period;
  return (
    <form
      action={`${here}/show`}
      aria-label={t("filters")}
      key={addressOf(here, view)}
      className="mt-5 mb-8 flex flex-wrap items-start gap-2 print:hidden"
    >
      {view.by && <input type="hidden" name="by" value={view.by} />}
      <DateFields
        words={{ period: t("period.label"), from: t("from"), to: t("to") }}
        periods={[
          ...periods.map((value) => ({ value, label: t(`period.${value}`) })),
          { value: ownDates, label: t("period.dates") },
        ]}
        chosen={period}
        days={found.days}
      />
      {found.surveys.length > 1 && (
        <Select name="survey" aria-label={t("survey")} defaultValue={view.survey ?? ""}>
          <option value="">{t("everySurvey")}</option>
          {found.surveys.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Attributes view={view} found={found} />
      <Button type="submit">{t("show")}</Button>
      <Chips here={here} view={view} found={found} />
    </form>
  );
}

function Attributes({ view, found }: Pick<FilterBarProps, "view" | "found">) {
  const t = words();
  const chosen = view.attribute && view.value ? attributeChoice(view.attribute, view.value) : "";
  const offered = found.attributes.some(
    ({ name, values }) => name === view.attribute && values.includes(view.value ?? ""),
  );
  if (found.attributes.length === 0 && !chosen) return null;
  return (
    <Select name="is" aria-label={t("attribute")} defaultValue={chosen} className="max-w-64">
      <option value="">{t("noAttribute")}</option>
      {chosen && !offered && <option value={chosen}>{sayAttribute(view)}</option>}
      {found.attributes.map(({ name, values }) => (
        <optgroup key={name} label={name}>
          {values.map((value) => (
            <option key={value} value={attributeChoice(name, value)}>
              {t("attributeIs", { name, value })}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

function Chips({ here, view, found }: { here: string; view: DashboardView; found: Found }) {
  const t = words();
  const survey = found.surveys.find(({ id }) => id === view.survey)?.name;
  const without = (...names: string[]) =>
    addressOf(here, view, Object.fromEntries(names.map((name) => [name, undefined])));
  const chips = [
    ...(view.from && view.to
      ? [{ label: daysInWords(view.from, view.to), href: without("from", "to") }]
      : []),
    ...(survey ? [{ label: survey, href: without("survey") }] : []),
    ...(view.attribute ? [{ label: sayAttribute(view), href: without("attribute", "value") }] : []),
  ];
  return chips.map(({ label, href }) => (
    <RemovableChip key={label} label={label} removeLabel={t("remove", { label })} href={href} />
  ));
}

const sayAttribute = ({ attribute = "", value = "" }: DashboardView) =>
  words()("attributeIs", { name: attribute, value });
