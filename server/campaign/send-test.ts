import { newId } from "#db/id.ts";
import { emailKeyOf } from "#server/contact/rules.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { refusal } from "#server/refusal.ts";
import { requireCampaign } from "./queries.ts";
import type { SendTest } from "./schema.ts";

/**
 * Sends the campaign's mail, marked "[Test]", to `to`, or to the member who asks. Nothing that its reader
 * clicks is counted. Returns the address.
 * @throws NOT_FOUND, and INVALID without an address that mail can be sent to.
 */
export async function sendTest(ctx: Ctx, input: SendTest): Promise<{ to: string }> {
  const campaign = await requireCampaign(ctx, input.id);
  const self = ctx.actor.kind === "member" ? ctx.actor : null;
  const to = input.to ?? self?.email ?? "";
  if (!emailKeyOf(to)) throw invalid("to", refusal("email"));
  await enqueueMail(ctx, {
    kind: "invitation_test",
    toAddress: to,
    dedupeKey: `invitation_test:${newId(ctx.now.getTime())}`,
    payload: {
      campaignId: campaign.id,
      locale: pickLocale(input.locale, "en"),
      name: to === self?.email ? self.name : null,
    },
  });
  return { to };
}
