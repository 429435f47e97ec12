import { and, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { attachments, caseMessages, messageHtmls } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { wholeOf } from "#server/mail/queries.ts";
import type { MailFile } from "#server/mail/rendered.ts";
import type { FindAttachment, FindMail } from "./schema.ts";

/** A file without its bytes. `messageId` is null while it is in the acting member's draft. */
export type Attachment = Awaited<ReturnType<typeof listAttachments>>[number];

/** The files of a case's dialogue and of what the acting member is writing there, in the order they came. */
export function listAttachments(ctx: Ctx, caseId: string) {
  const { id, messageId, fileName, mediaType, contentId, size, leftOut } = attachments;
  const mine = eq(attachments.memberId, memberId(ctx.actor) ?? "");
  return ctx.db
    .select({ id, messageId, fileName, mediaType, contentId, size, leftOut })
    .from(attachments)
    .where(
      and(
        eq(attachments.workspaceId, ctx.workspaceId),
        eq(attachments.caseId, caseId),
        or(isNotNull(attachments.messageId), mine),
      ),
    )
    .orderBy(attachments.id);
}

/** A file with its bytes. @throws NOT_FOUND when it is not in this case, is another member's draft's, or was left out. */
export async function readAttachment(ctx: Ctx, { caseId, attachmentId }: FindAttachment) {
  const mine = eq(attachments.memberId, memberId(ctx.actor) ?? "");
  const [file] = await ctx.db
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.workspaceId, ctx.workspaceId),
        eq(attachments.id, attachmentId),
        eq(attachments.caseId, caseId),
        or(isNotNull(attachments.messageId), mine),
      ),
    );
  if (!file?.content) throw notFound("file");
  const { fileName, mediaType, content } = file;
  return { fileName, mediaType, content };
}

/** The files that a reply carries. */
export async function filesOfReply(ctx: Ctx, messageId: string): Promise<MailFile[]> {
  const { fileName, mediaType, content } = attachments;
  const files = await ctx.db
    .select({ fileName, mediaType, content })
    .from(attachments)
    .where(and(eq(attachments.workspaceId, ctx.workspaceId), eq(attachments.messageId, messageId)))
    .orderBy(attachments.id);
  return files.flatMap((file) => (file.content ? [{ ...file, content: file.content }] : []));
}

/** How many bytes of files a reply carries. */
export async function bytesOfReply(ctx: Ctx, messageId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ bytes: sql<number>`coalesce(sum(${attachments.size}), 0)::int` })
    .from(attachments)
    .where(and(eq(attachments.workspaceId, ctx.workspaceId), eq(attachments.messageId, messageId)));
  return row!.bytes;
}

/** The HTML of a mail, and where its own pictures are. @throws NOT_FOUND when it has none or is not in this case. */
export async function readMailHtml(ctx: Ctx, { caseId, messageId }: FindMail) {
  const [found] = await ctx.db
    .select({ html: messageHtmls.html, from: caseMessages.fromName, address: caseMessages.fromAddress })
    .from(messageHtmls)
    .innerJoin(
      caseMessages,
      and(
        eq(caseMessages.workspaceId, messageHtmls.workspaceId),
        eq(caseMessages.id, messageHtmls.messageId),
      ),
    )
    .where(
      and(
        eq(messageHtmls.workspaceId, ctx.workspaceId),
        eq(messageHtmls.messageId, messageId),
        eq(caseMessages.caseId, caseId),
      ),
    );
  if (!found) throw notFound("mail");
  const files = await ctx.db
    .select({ id: attachments.id, contentId: attachments.contentId, mediaType: attachments.mediaType })
    .from(attachments)
    .where(
      and(
        eq(attachments.workspaceId, ctx.workspaceId),
        eq(attachments.messageId, messageId),
        isNotNull(attachments.contentId),
        isNotNull(attachments.content),
      ),
    );
  return { html: found.html, from: found.from ?? found.address ?? "", files };
}

/** A mail exactly as it came, every byte of it. @throws NOT_FOUND when it is not in this case or is kept no longer. */
export async function readOriginal(ctx: Ctx, { caseId, messageId }: FindMail): Promise<Uint8Array> {
  const [found] = await ctx.db
    .select({ inboundMailId: caseMessages.inboundMailId })
    .from(caseMessages)
    .where(
      and(
        eq(caseMessages.workspaceId, ctx.workspaceId),
        eq(caseMessages.id, messageId),
        eq(caseMessages.caseId, caseId),
      ),
    );
  const raw = found?.inboundMailId ? await wholeOf(ctx, found.inboundMailId) : null;
  if (!raw?.length) throw notFound("mail");
  return raw;
}

/** The condition for the files of what a member is writing in a case. */
export function inDraft(ctx: Ctx, caseId: string, member: string | null): SQL {
  return and(
    eq(attachments.workspaceId, ctx.workspaceId),
    eq(attachments.caseId, caseId),
    eq(attachments.memberId, member ?? ""),
  )!;
}
