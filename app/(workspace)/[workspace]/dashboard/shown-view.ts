import { beforeOf, daysOf } from "#server/dashboard/rules.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { readFilterForm } from "../_filter/read-form.ts";
import { ownDates } from "./choice.ts";

/** The view that the filter form of a dashboard asks for. */
export function shownView(sent: URLSearchParams): DashboardView {
  const { from, to, compareFrom, compareTo, ...form } = readFilterForm(sent);
  const dates = form.period === ownDates ? (from && to ? { from, to } : aWhile()) : {};
  const view = DashboardView.parse({ ...form, ...dates, compareFrom, compareTo });
  return { ...view, ...(view.compare === "dates" && !view.compareFrom ? theWhileBefore() : {}) };
}

/** Days to begin with, where the two fields come only with the next page because no script runs. */
const aWhile = () => daysOf({ period: "90d" }, new Date(), "UTC").shown;

function theWhileBefore() {
  const before = beforeOf({}, aWhile(), 90);
  return before && before !== "overlaps" ? { compareFrom: before.from, compareTo: before.to } : {};
}
