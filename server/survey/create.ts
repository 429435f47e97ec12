import { newId } from "#db/id.ts";
import { surveys } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import type { CreateSurvey } from "./schema.ts";

/** Makes a survey that asks in our words until the company writes its own. Returns the row. */
export async function createSurvey(ctx: Ctx, input: CreateSurvey) {
  const [survey] = await ctx.db
    .insert(surveys)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      name: input.name,
      kind: input.kind,
      touchpoint: input.touchpoint,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      publishedAt: ctx.now,
      publishedBy: memberId(ctx.actor),
    })
    .returning();
  return survey!;
}
