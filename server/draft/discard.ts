import { caseDrafts } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { draftOf } from "./queries.ts";

/** Ends the acting member's draft in a case: its words are in the dialogue now. */
export async function discardDraft(ctx: Ctx, caseId: string): Promise<void> {
  await ctx.db.delete(caseDrafts).where(draftOf(ctx, caseId, memberId(ctx.actor)));
}
