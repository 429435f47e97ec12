import type { NextRequest } from "next/server";
import { z } from "zod";
import { DashboardView } from "#server/dashboard/schema.ts";
import { addressOf } from "../words.ts";

const Choice = z.tuple([z.string(), z.string()]);

/** Turns the filter form into the dashboard's address, where an attribute and its value stand apart. */
export async function GET(request: NextRequest, { params }: RouteContext<"/[workspace]/dashboard/show">) {
  const { workspace } = await params;
  const form = Object.fromEntries(request.nextUrl.searchParams);
  const [attribute, value] = chosen(form.is) ?? [];
  const view = DashboardView.parse({ period: form.period, survey: form.survey, attribute, value });
  const location = addressOf(`/${encodeURIComponent(workspace)}/dashboard`, view);
  return new Response(null, { status: 303, headers: { location } });
}

function chosen(text: string | undefined): [string, string] | null {
  try {
    return Choice.parse(JSON.parse(text ?? ""));
  } catch {
    return null;
  }
}
