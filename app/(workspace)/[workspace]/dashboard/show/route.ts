import type { NextRequest } from "next/server";
import { daysOf } from "#server/dashboard/rules.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { ownDates, readAttributeChoice } from "../choice.ts";
import { addressOf } from "../words.ts";

/** Turns the filter form into the dashboard's address, where an attribute and its value stand apart. */
export async function GET(request: NextRequest, { params }: RouteContext<"/[workspace]/dashboard/show">) {
  const { workspace } = await params;
  const { is, from, to, ...form } = Object.fromEntries(request.nextUrl.searchParams);
  const dates = form.period === ownDates ? { ...aWhile(), ...(from && to ? { from, to } : {}) } : {};
  const view = DashboardView.parse({ ...form, ...dates, ...readAttributeChoice(is) });
  const location = addressOf(`/${encodeURIComponent(workspace)}/dashboard`, view);
  return new Response(null, { status: 303, headers: { location } });
}

/** Days to begin with, where the two fields come only with the next page because no script runs. */
const aWhile = () => daysOf({ period: "90d" }, new Date(), "UTC").shown;
