import { newId } from "#db/id.ts";
import { caseMessages } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { discardDraft } from "#server/draft/discard.ts";
import { tellMentioned } from "#server/mention/tell.ts";
import { requireCase } from "./queries.ts";
import type { AddNote } from "./schema.ts";

/**
 * Writes a note that colleagues see and the customer never does, tells those it mentions, and ends its draft.
 * @throws NOT_FOUND for a case of another workspace.
 */
export async function addNote(ctx: Ctx, input: AddNote): Promise<{ id: string }> {
  await requireCase(ctx, input.caseId);
  const id = newId(ctx.now.getTime());
  await ctx.db.insert(caseMessages).values({
    workspaceId: ctx.workspaceId,
    id,
    caseId: input.caseId,
    direction: "note",
    authorId: memberId(ctx.actor),
    text: input.text,
    at: ctx.now,
  });
  await tellMentioned(ctx, { id, ...input });
  await discardDraft(ctx, input.caseId);
  ctx.nudge("cases", input.caseId);
  return { id };
}
