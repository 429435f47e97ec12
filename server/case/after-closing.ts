import { and, eq } from "drizzle-orm";
import { caseHabits } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import type { ChooseAfterClosing } from "./schema.ts";

export type AfterClosing = ChooseAfterClosing["afterClosing"];

/** Where the acting member goes on after closing a case: to the next one, unless they chose otherwise. */
export async function getAfterClosing(ctx: Ctx): Promise<AfterClosing> {
  const [row] = await ctx.db
    .select({ afterClosing: caseHabits.afterClosing })
    .from(caseHabits)
    .where(
      and(eq(caseHabits.workspaceId, ctx.workspaceId), eq(caseHabits.userId, memberId(ctx.actor) ?? "")),
    );
  return row?.afterClosing ?? "next";
}

/** Remembers it for the acting member, on every device. Returns it. */
export async function chooseAfterClosing(ctx: Ctx, input: ChooseAfterClosing): Promise<AfterClosing> {
  const userId = memberId(ctx.actor);
  if (!userId) throw new TypeError("habits are a member's");
  const { afterClosing } = input;
  await ctx.db
    .insert(caseHabits)
    .values({ workspaceId: ctx.workspaceId, userId, afterClosing, chosenAt: ctx.now })
    .onConflictDoUpdate({
      target: [caseHabits.workspaceId, caseHabits.userId],
      set: { afterClosing, chosenAt: ctx.now },
    });
  return afterClosing;
}
