import { sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { caseDrafts } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { type Draft, draftColumns } from "./queries.ts";

type GivenBack = { caseId: string; memberId: string; text: string };

/**
 * Puts the words of a reply that was not sent after all back into its writer's draft, before what is written there by
 * now. Returns the draft.
 */
export async function giveBackDraft(ctx: Ctx, { caseId, memberId, text }: GivenBack): Promise<Draft> {
  const revision = newId(ctx.now.getTime());
  const [draft] = await ctx.db
    .insert(caseDrafts)
    .values({
      workspaceId: ctx.workspaceId,
      ...{ caseId, memberId, text, revision },
      kind: "reply",
      writtenIn: "server",
      savedAt: ctx.now,
    })
    .onConflictDoUpdate({
      target: [caseDrafts.workspaceId, caseDrafts.caseId, caseDrafts.memberId],
      set: {
        text: sql`excluded.text || E'\n\n' || ${caseDrafts.text}`,
        kind: "reply",
        revision,
        writtenIn: "server",
        savedAt: ctx.now,
      },
    })
    .returning(draftColumns);
  return draft!;
}
