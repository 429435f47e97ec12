import { Button } from "#app/_ui/button.tsx";
import { RemovableChip } from "#app/_ui/removable-chip.tsx";
import { Select } from "#app/_ui/select.tsx";
import { periods } from "#server/dashboard/schema.ts";
import { ownDates } from "../../dashboard/choice.ts";
import { DateFields } from "../../dashboard/date-fields.tsx";
import { words as dashboardWords, daysInWords } from "../../dashboard/words.ts";
import { figuresAddress, type Shown } from "./view.ts";
import { words } from "./words.ts";

/** Days and team: a plain form, so that the view is its address and works without JavaScript. */
export function FiguresForm({ workspace, view, found }: Shown) {
  const t = words();
  const ofDashboard = dashboardWords();
  const days = view.from && view.to ? daysInWords(view.from, view.to) : null;
  return (
    <form
      action={`/${workspace}/cases/figures/show`}
      aria-label={t("filters")}
      key={figuresAddress(workspace, view)}
      className="mt-5 mb-8 flex flex-wrap items-start gap-2 print:hidden"
    >
      {view.by && <input type="hidden" name="by" value={view.by} />}
      <DateFields
        names={{ choice: "period", from: "from", to: "to" }}
        words={{
          ...{ choice: ofDashboard("period.label"), from: ofDashboard("from"), to: ofDashboard("to") },
        }}
        choices={[
          ...periods.map((value) => ({ value, label: ofDashboard(`period.${value}`) })),
          { value: ownDates, label: ofDashboard("period.dates") },
        ]}
        chosen={view.from ? ownDates : view.period}
        days={found.days}
      />
      {found.known.length > 0 && (
        <Select name="team" aria-label={t("team")} defaultValue={view.team ?? ""}>
          <option value="">{t("everyTeam")}</option>
          {found.known.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Button type="submit">{t("show")}</Button>
      {days && (
        <RemovableChip
          label={days}
          removeLabel={ofDashboard("remove", { label: days })}
          href={figuresAddress(workspace, view, { from: undefined, to: undefined })}
        />
      )}
    </form>
  );
}
