import type { Ctx } from "#server/context.ts";
import { countProvisional } from "#server/evidence/queries.ts";
import { total } from "#server/nps/groups.ts";
import { npsOf, roundPoints } from "#server/nps/score.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import { countResponses, pooled } from "#server/response/count.ts";
import { countNotInvited } from "#server/response/count-not-invited.ts";
import type { ResponseFilter } from "#server/response/schema.ts";

export type NpsFigures = {
  n: number;
  promoters: number;
  passives: number;
  detractors: number;
  /** Whole points, −100 to 100; null when nobody has answered. */
  nps: number | null;
  /** The ends of the 95 % interval (adjusted Wald), to two decimals; null with `nps`. */
  low: number | null;
  high: number | null;
  /** Numbers that were opened in a mail and not sent, nor counted. */
  provisional: number;
  /** Those of them that came by a link or a kiosk, of people who were not asked. */
  notInvited: number;
};

/** The figures of the API: counts, score and interval of the answers that a filter lets through. */
export async function npsFigures(ctx: Ctx, filter: ResponseFilter): Promise<NpsFigures> {
  const counts = pooled(await countResponses(ctx, filter, "month"));
  const { link, kiosk } = await countNotInvited(ctx, filter);
  const points = npsOf(counts);
  const interval = intervalOf(counts);
  return {
    n: total(counts),
    ...counts,
    nps: points === null ? null : roundPoints(points),
    low: twoDecimals(interval?.low ?? null),
    high: twoDecimals(interval?.high ?? null),
    provisional: await countProvisional(ctx, filter),
    notInvited: link + kiosk,
  };
}

const twoDecimals = (points: number | null) => (points === null ? null : Math.round(points * 100) / 100);
