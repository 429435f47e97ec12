import { listText } from "#app/_i18n/format.ts";
import { chipsOf } from "../_filter/say.ts";
import type { Shown } from "./places.ts";
import { dayInWords, daysInWords, periodInWords, words } from "./words.ts";

/** What a printed page says of itself, for on paper there is no address: whose, of which days, narrowed by what, when. */
export function PrintHead({ view, found }: Shown) {
  const t = words();
  const { days, compared } = found;
  const survey = found.surveys.find(({ id }) => id === view.survey)?.name;
  const filters = [...(survey ? [survey] : []), ...chipsOf(view, found.choices).map(({ label }) => label)];
  const now = new Date().toISOString().slice(0, 10);
  return (
    <div className="mb-4 hidden border-b border-line pb-3 text-sm text-muted print:block">
      <p>{t("print.printed", { workspace: found.workspace.name, day: dayInWords(now) })}</p>
      <p>
        {days.from && days.to ? daysInWords(days.from, days.to) : periodInWords(view)}
        {compared &&
          compared !== "overlaps" &&
          `. ${t("print.compared", { days: daysInWords(compared.from, compared.to) })}`}
      </p>
      {filters.length > 0 && <p>{t("print.filters", { filters: listText(filters) })}</p>}
    </div>
  );
}
