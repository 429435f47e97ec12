import type { Ctx } from "#server/context.ts";
import { total } from "#server/nps/groups.ts";
import { countResponses, pooled } from "./count.ts";
import { conditionsOf } from "./filter.ts";
import type { ResponseFilter } from "./schema.ts";

const channels = ["link", "kiosk"] as const;

/** How many of the answers that a filter lets through came by a link or a kiosk, of people who were not asked. */
export async function countNotInvited(ctx: Ctx, filter: ResponseFilter): Promise<number> {
  if (asksForSomebodyKnown(filter)) return 0;
  const asked = channels.filter((channel) => !filter.channel || filter.channel === channel);
  const counted = await Promise.all(
    asked.map((channel) => countResponses(ctx, { ...filter, channel }, "month")),
  );
  return counted.reduce((sum, stretches) => sum + total(pooled(stretches)), 0);
}

/** Of who was not asked nothing is known that these narrow by. */
const asksForSomebodyKnown = (filter: ResponseFilter): boolean =>
  Boolean(filter.campaign || filter.team || filter.employee) ||
  conditionsOf(filter).some(({ operator }) => operator !== "not");
