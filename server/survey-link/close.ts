import { and, eq } from "drizzle-orm";
import { surveyLinks } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { CloseSurveyLink } from "./schema.ts";

/**
 * Closes a link, so that it leads nowhere, or opens it again under the same address. Its answers stay.
 * @throws NOT_FOUND when it is not in this workspace.
 */
export async function closeSurveyLink(ctx: Ctx, { linkId, closed }: CloseSurveyLink): Promise<void> {
  const [row] = await ctx.db
    .update(surveyLinks)
    .set({ closedAt: closed ? ctx.now : null, closedBy: closed ? memberId(ctx.actor) : null })
    .where(and(eq(surveyLinks.workspaceId, ctx.workspaceId), eq(surveyLinks.id, linkId)))
    .returning({ name: surveyLinks.name });
  if (!row) throw notFound("link");
  const act = closed ? "sharing.survey_closed" : "sharing.survey_opened";
  await recordAct(ctx, act, { id: linkId, label: row.name });
}
