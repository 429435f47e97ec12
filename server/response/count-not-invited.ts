import type { Ctx } from "#server/context.ts";
import { type Counts, NO_ANSWERS, total } from "#server/nps/groups.ts";
import { countBy } from "./count-by.ts";
import { openChannels, type ResponseFilter } from "./schema.ts";

export type NotInvited = Record<(typeof openChannels)[number], number>;

/** How many of the answers that a filter lets through came by a link and how many by a kiosk, of people who were not asked. */
export async function countNotInvited(ctx: Ctx, filter: ResponseFilter): Promise<NotInvited> {
  return notInvitedOf(await countBy(ctx, filter, "channel"));
}

/** The same of answers that were cut by channel. */
export function notInvitedOf(channels: readonly { value: string; counts: Counts }[]): NotInvited {
  const of = (channel: string) => channels.find(({ value }) => value === channel);
  const [link, kiosk] = openChannels.map((channel) => total(of(channel)?.counts ?? NO_ANSWERS));
  return { link: link!, kiosk: kiosk! };
}
