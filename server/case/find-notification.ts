import { and, eq } from "drizzle-orm";
import { outboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** A mail that told a member of a case, and so may be replied to. */
export type Notification = { mailId: string; caseId: string; memberId: string };

/** The notification with this number, or null. @param number what stands in the address for replies to it */
export async function findNotification(ctx: Ctx, number: number): Promise<Notification | null> {
  const [mail] = await ctx.db
    .select({ id: outboundMails.id, caseId: outboundMails.caseId, payload: outboundMails.payload })
    .from(outboundMails)
    .where(
      and(
        eq(outboundMails.workspaceId, ctx.workspaceId),
        eq(outboundMails.number, number),
        eq(outboundMails.kind, "case_alert"),
      ),
    );
  const memberId = mail ? readerOf(mail) : undefined;
  if (!mail?.caseId || typeof memberId !== "string") return null;
  return { mailId: mail.id, caseId: mail.caseId, memberId };
}

/** Whom a mail tells of a case. */
export const readerOf = ({ payload: { coverId, leadId, toldId, assigneeId } }: { payload: Told }): unknown =>
  coverId ?? leadId ?? toldId ?? assigneeId;

type Told = Record<string, unknown>;

/** The address for replies to a notification, which is its reader's alone. */
export function notificationAddress(ctx: Ctx, workspaceKey: string, number: number): string {
  const token = ctx.tokens.sealForAddress("notification-address", { workspaceKey, number });
  return `n+${token}@${ctx.site.mailDomain}`;
}
