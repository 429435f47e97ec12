import type { Ctx } from "#server/context.ts";
import { total } from "#server/nps/groups.ts";
import { countResponses, pooled } from "./count.ts";
import { conditionsOf } from "./filter.ts";
import { openChannels, type ResponseFilter } from "./schema.ts";

/** How many of the answers that a filter lets through came by a link and how many by a kiosk, of people who were not asked. */
export async function countNotInvited(
  ctx: Ctx,
  filter: ResponseFilter,
): Promise<{ link: number; kiosk: number }> {
  const [link, kiosk] = await Promise.all(openChannels.map((channel) => ofChannel(ctx, filter, channel)));
  return { link: link!, kiosk: kiosk! };
}

async function ofChannel(
  ctx: Ctx,
  filter: ResponseFilter,
  channel: (typeof openChannels)[number],
): Promise<number> {
  if (asksForSomebodyKnown(filter) || (filter.channel && filter.channel !== channel)) return 0;
  return total(pooled(await countResponses(ctx, { ...filter, channel }, "month")));
}

/** Of who was not asked nothing is known that these narrow by. */
const asksForSomebodyKnown = (filter: ResponseFilter): boolean =>
  Boolean(filter.campaign || filter.team || filter.employee) ||
  conditionsOf(filter).some(({ operator }) => operator !== "not");
