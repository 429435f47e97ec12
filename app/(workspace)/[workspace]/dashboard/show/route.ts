import type { NextRequest } from "next/server";
import { beforeOf, daysOf } from "#server/dashboard/rules.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { readFilterForm } from "../../_filter/read-form.ts";
import { ownDates } from "../choice.ts";
import { addressOf } from "../words.ts";

/** Turns the filter form into the dashboard's address. */
export async function GET(request: NextRequest, { params }: RouteContext<"/[workspace]/dashboard/show">) {
  const { workspace } = await params;
  const { from, to, compareFrom, compareTo, ...form } = readFilterForm(request.nextUrl.searchParams);
  const dates = form.period === ownDates ? (from && to ? { from, to } : aWhile()) : {};
  const view = DashboardView.parse({ ...form, ...dates, compareFrom, compareTo });
  const compared = view.compare === "dates" && !view.compareFrom ? theWhileBefore() : {};
  const location = addressOf(`/${encodeURIComponent(workspace)}/dashboard`, { ...view, ...compared });
  return new Response(null, { status: 303, headers: { location } });
}

/** Days to begin with, where the two fields come only with the next page because no script runs. */
const aWhile = () => daysOf({ period: "90d" }, new Date(), "UTC").shown;

function theWhileBefore() {
  const before = beforeOf({}, aWhile(), 90);
  return before && before !== "overlaps" ? { compareFrom: before.from, compareTo: before.to } : {};
}
