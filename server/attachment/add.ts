import { newId } from "#db/id.ts";
import { attachments } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { requireCase } from "#server/draft/queries.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { cleanFileName, cleanMediaType } from "#server/mail/file-name.ts";
import { refusal } from "#server/refusal.ts";
import { inDraft } from "./queries.ts";
import { problemOfReply } from "./rules.ts";
import type { AddAttachment } from "./schema.ts";

/**
 * Adds a file to the reply that the acting member is writing in a case; it is there on every device until the reply is
 * sent or it is taken away. Returns its id.
 * @throws NOT_FOUND for a case of another workspace; INVALID on `file` when it is empty or a reply cannot carry it
 * beside the others; FORBIDDEN to whoever is no member.
 */
export async function addAttachment(ctx: Ctx, input: AddAttachment): Promise<{ id: string }> {
  const member = memberId(ctx.actor);
  if (!member) throw new DomainError("FORBIDDEN", refusal("filesMembers"));
  await requireCase(ctx, input.caseId);
  const { content } = input;
  const mediaType = cleanMediaType(input.mediaType);
  if (content.length === 0) throw invalid("file", refusal("fileEmpty"));
  const others = await ctx.db
    .select({ size: attachments.size })
    .from(attachments)
    .where(inDraft(ctx, input.caseId, member));
  const problem = problemOfReply([...others.map(({ size }) => size), content.length]);
  if (problem) throw invalid("file", problem);
  const id = newId(ctx.now.getTime());
  await ctx.db.insert(attachments).values({
    ...{ workspaceId: ctx.workspaceId, id, caseId: input.caseId, memberId: member },
    ...{ fileName: cleanFileName(input.fileName, mediaType), mediaType, size: content.length, content },
    addedAt: ctx.now,
  });
  return { id };
}
