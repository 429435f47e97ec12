import type { Ctx } from "#server/context.ts";
import type { Locale } from "#server/i18n/locales.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import { nameSight } from "#server/workspace/name-sight.ts";
import { findNamed, nameDrivers } from "./find-named.ts";
import { placeOf } from "./place-of.ts";

/** Of what a digest tells, in the reader's language: "Fjordline · Team: Freight". */
export async function findPlace(
  ctx: Ctx,
  workspaceName: string,
  filter: ResponseFilter,
  locale: Locale,
): Promise<string> {
  const [driver] = filter.driver ? await nameDrivers(ctx, [filter.driver], locale) : [];
  const seen = await nameSight(ctx);
  const named = {
    ...(await findNamed(ctx, filter)),
    ...(driver ? { driver: driver.label } : {}),
    ...(seen ? { seen } : {}),
  };
  return placeOf(workspaceName, filter, named, locale);
}
