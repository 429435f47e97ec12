import { newId } from "#db/id.ts";
import { attachments, messageHtmls } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { IncomingFile, IncomingMail } from "#server/mail/parse.ts";
import { leftOutOf } from "./rules.ts";

/** Whose the files are: a message's, or those of what a member is writing. */
type Owner = { caseId: string; messageId: string } | { caseId: string; memberId: string };

/** So many are named at most; a mail can have thousands, which stay in the original. */
const mostNamed = 100;

/**
 * Keeps the files that came with a mail; of what is too large or one too many only name, size and why, for its bytes are
 * in the original. Returns whether all were kept.
 */
export async function keepFiles(ctx: Ctx, owner: Owner, files: readonly IncomingFile[]): Promise<boolean> {
  const leftOut = leftOutOf(files.map(({ content }) => ({ size: content.length })));
  for (const [at, file] of files.slice(0, mostNamed).entries()) {
    const { content, ...named } = file;
    const why = leftOut[at]!;
    await ctx.db.insert(attachments).values({
      ...{ workspaceId: ctx.workspaceId, id: newId(ctx.now.getTime()), ...owner, ...named },
      ...{ size: content.length, content: why ? null : content, leftOut: why, addedAt: ctx.now },
    });
  }
  return leftOut.every((why) => why === null);
}

/** Keeps what a mail is beside its words: its HTML, where that says more, and its files. */
export async function keepMailParts(
  ctx: Ctx,
  { caseId, messageId }: { caseId: string; messageId: string },
  { html, files }: IncomingMail,
): Promise<void> {
  if (html) await ctx.db.insert(messageHtmls).values({ workspaceId: ctx.workspaceId, messageId, html });
  await keepFiles(ctx, { caseId, messageId }, files);
}
