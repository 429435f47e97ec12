import { and, eq } from "drizzle-orm";
import { campaigns } from "#db/schema/index.ts";
import { emailKeyOf } from "#server/contact/rules.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { knownAudience, requireSurvey } from "./create.ts";
import { requireCampaign } from "./queries.ts";
import { momentIn, usualHours } from "./rules.ts";
import type { LeftOut, SendingHours, Timing, UpdateDraft } from "./schema.ts";

/**
 * Changes a campaign that has not been started; what `input` leaves out stays. Returns the row.
 * @throws NOT_FOUND, CONFLICT when it is no draft any more, INVALID for a foreign survey or team or a time gone by.
 */
export async function updateDraft(ctx: Ctx, input: UpdateDraft): Promise<typeof campaigns.$inferSelect> {
  const { id, audience, sendAt, leftOut, ...plain } = input;
  const known = await requireCampaign(ctx, id);
  if (plain.surveyId) await requireSurvey(ctx, plain.surveyId);
  const [row] = await ctx.db
    .update(campaigns)
    .set({
      ...hoursOfKind(known.timing, plain.timing),
      ...plain,
      senderName: plain.senderName === "" ? null : plain.senderName,
      ...(audience ? { audience: await knownAudience(ctx, audience) } : {}),
      ...(leftOut === undefined ? {} : { leftOut: leftOut && namedBy(ctx, leftOut) }),
      ...(sendAt === undefined ? {} : { sendAt: sendAt ? await futureMoment(ctx, sendAt) : null }),
      id,
    })
    .where(
      and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, id), eq(campaigns.state, "draft")),
    )
    .returning();
  if (!row) {
    throw new DomainError("CONFLICT", refusal("campaignNoDraft"));
  }
  ctx.nudge("campaigns", id);
  return row;
}

/** What a change of the kind brings along; hours that are given win over it. */
function hoursOfKind(before: Timing, after: Timing | undefined): { sendingHours?: SendingHours | null } {
  return after && after.kind !== before.kind ? { sendingHours: usualHours(after.kind) } : {};
}

/** `leftOut` as it is kept, with who left them out; null for nobody. */
function namedBy(ctx: Ctx, { emails, why }: LeftOut): typeof campaigns.$inferSelect.leftOut {
  const keys = emails.flatMap((email) => emailKeyOf(email) ?? []);
  return keys.length === 0 ? null : { emails: [...new Set(keys)], why, by: memberId(ctx.actor) };
}

async function futureMoment(ctx: Ctx, text: string): Promise<Date> {
  const moment = momentIn(text, await timezoneOf(ctx));
  if (moment > ctx.now) return moment;
  throw invalid("sendAt", refusal("timePassedOrNow"));
}
