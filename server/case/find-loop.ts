import { and, eq, gte, sql } from "drizzle-orm";
import { caseMessages } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { IncomingMail } from "#server/mail/parse.ts";
import { isLoop } from "./rules.ts";

const hourMs = 3_600_000;

/** Whether `mail`, received `at`, is one of a loop in this case (isLoop). */
export async function findLoop(ctx: Ctx, caseId: string, mail: IncomingMail, at: Date): Promise<boolean> {
  const { messageId } = caseMessages;
  const tenMinutesAgo = new Date(at.getTime() - hourMs / 6).toISOString();
  const [before] = await ctx.db
    .select({
      lately: sql<number>`count(*) FILTER (WHERE ${caseMessages.at} > ${tenMinutesAgo}::timestamptz)::int`,
      inHour: sql<number>`count(*)::int`,
    })
    .from(caseMessages)
    .where(
      and(
        eq(caseMessages.workspaceId, ctx.workspaceId),
        eq(caseMessages.caseId, caseId),
        eq(caseMessages.direction, "in"),
        // A stranger who writes a lot must not silence the customer.
        eq(caseMessages.fromAddress, mail.fromAddress),
        gte(caseMessages.at, new Date(at.getTime() - hourMs)),
        // A mail that is delivered again is not one more.
        sql`${messageId} IS DISTINCT FROM ${mail.messageId}`,
      ),
    );
  const isOurs = (id: string | null) => id?.toLowerCase().endsWith(`@${domain}>`) ?? false;
  const domain = ctx.site.mailDomain.toLowerCase();
  return isLoop({
    ours: mail.sentBySvar || isOurs(mail.messageId),
    inTenMinutes: before!.lately,
    inHour: before!.inHour,
    passes:
      mail.received.filter((line) => line.toLowerCase().includes(domain)).length +
      mail.references.filter(isOurs).length,
  });
}
