import { viewOf } from "#app/(workspace)/[workspace]/_filter/address.ts";
import type { Places } from "#app/(workspace)/[workspace]/dashboard/places.ts";
import type { DashboardView } from "#server/dashboard/schema.ts";
import { type Query, withQuery } from "#server/response/address.ts";

/** The places of a reader: the page itself, narrowed in other ways, and no answer by itself. */
export function placesOfReader(token: string, view: DashboardView, kept: Query): Places {
  const here = `/share/${token}`;
  return { here, kept, dashboard: (changes) => withQuery(here, { ...viewOf(view), ...kept }, changes) };
}

/** What stays in the address of a shared page beside its view. */
export const keptIn = (asked: Record<string, string | string[] | undefined>): Query =>
  typeof asked.theme === "string" ? { theme: asked.theme } : {};
