import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#app/_ui/button.tsx";
import { iconButtonClass } from "#app/_ui/button-class.ts";
import { Icon } from "#app/_ui/icon.tsx";
import { Link } from "#app/_ui/link.tsx";
import { RemovableChip } from "#app/_ui/removable-chip.tsx";
import { Select } from "#app/_ui/select.tsx";
import { shiftedDays } from "#server/dashboard/rules.ts";
import { comparisons, periods } from "#server/dashboard/schema.ts";
import { viewOf } from "../_filter/address.ts";
import { FilterChips } from "../_filter/filter-chips.tsx";
import { FilterFields } from "../_filter/filter-fields.tsx";
import { ownDates } from "./choice.ts";
import { DateFields } from "./date-fields.tsx";
import type { Shown } from "./places.ts";
import { daysInWords, words } from "./words.ts";

/**
 * Period, comparison, survey and filters: a plain form, so that the view is its address and works without JavaScript;
 * with `saved`, filters that have a name.
 */
export function FilterBar({ view, found, places, saved }: Shown & { saved?: ReactNode }) {
  const t = words();
  return (
    <form
      action={`${places.here}/show`}
      aria-label={t("filters")}
      key={places.dashboard({})}
      className="mt-5 mb-8 flex flex-wrap items-start gap-2 print:hidden"
    >
      {view.by && <input type="hidden" name="by" value={view.by} />}
      {view.cut && <input type="hidden" name="cut" value={view.cut} />}
      {Object.entries(places.kept ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DateFields
        names={{ choice: "period", from: "from", to: "to" }}
        words={{ choice: t("period.label"), from: t("from"), to: t("to") }}
        choices={[
          ...periods.map((value) => ({ value, label: t(`period.${value}`) })),
          { value: ownDates, label: t("period.dates") },
        ]}
        chosen={view.from ? ownDates : view.period}
        days={found.days}
      />
      <Shift found={found} places={places} />
      {found.days.from && <Comparison view={view} found={found} />}
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
      <FilterFields filter={view} choices={found.choices} withGroup />
      <Button type="submit">{t("show")}</Button>
      {saved}
      <Chips view={view} found={found} places={places} />
      <FilterChips
        here={places.here}
        query={{ ...viewOf(view), ...places.kept }}
        filter={view}
        choices={found.choices}
      />
    </form>
  );
}

/** The days just before and just after those shown. */
function Shift({ found, places }: Pick<Shown, "found" | "places">) {
  const t = words();
  const [earlier, later] = ([-1, 1] as const).map((by) => shiftedDays(found.days, by));
  if (!earlier || !later) return null;
  const to = (days: typeof earlier) => places.dashboard({ ...days, period: undefined });
  return (
    <span className="flex">
      <Link href={to(earlier)} aria-label={t("earlier")} title={t("earlier")} className={iconButtonClass({})}>
        <Icon of={ChevronLeft} />
      </Link>
      <Link href={to(later)} aria-label={t("later")} title={t("later")} className={iconButtonClass({})}>
        <Icon of={ChevronRight} />
      </Link>
    </span>
  );
}

function Comparison({ view, found }: Pick<Shown, "view" | "found">) {
  const t = words();
  const days =
    view.compareFrom && view.compareTo
      ? { from: view.compareFrom, to: view.compareTo }
      : found.compared && found.compared !== "overlaps"
        ? found.compared
        : {};
  return (
    <DateFields
      names={{ choice: "compare", from: "compareFrom", to: "compareTo" }}
      words={{ choice: t("compare.label"), from: t("compare.from"), to: t("compare.to") }}
      choices={comparisons.map((value) => ({ value, label: t(`compare.${value}`) }))}
      chosen={view.compare ?? "previous"}
      days={days}
    />
  );
}

function Chips({ view, found, places }: Shown) {
  const t = words();
  const survey = found.surveys.find(({ id }) => id === view.survey)?.name;
  const chips = [
    ...(view.from && view.to
      ? [
          {
            label: daysInWords(view.from, view.to),
            href: places.dashboard({ from: undefined, to: undefined }),
          },
        ]
      : []),
    ...(survey ? [{ label: survey, href: places.dashboard({ survey: undefined }) }] : []),
  ];
  return chips.map(({ label, href }) => (
    <RemovableChip key={label} label={label} removeLabel={t("remove", { label })} href={href} />
  ));
}
