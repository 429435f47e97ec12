import type { Ctx } from "#server/context.ts";
import { listResponses } from "./list.ts";
import type { CountNewer } from "./schema.ts";

/** As many are counted; more are "more than". */
export const mostNewer = 99;

/**
 * How many answers that the filter lets through are newer than `after`, which a reader sees at the top of a list:
 * 100 stands for more than 99.
 */
export async function countNewer(ctx: Ctx, { after, ...filter }: CountNewer): Promise<{ n: number }> {
  const page = { sort: "newest" as const, limit: mostNewer + 1, cursor: undefined };
  const { responses } = await listResponses(ctx, { ...filter, ...page });
  const isNewer = (at: number, id: string) => at > after.at || (at === after.at && id > after.id);
  return { n: responses.filter(({ answeredAt, id }) => isNewer(answeredAt.getTime(), id)).length };
}
