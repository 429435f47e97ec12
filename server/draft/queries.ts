import { and, eq, type SQL } from "drizzle-orm";
import { caseDrafts, cases } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { FindDraft } from "./schema.ts";

export type Draft = {
  kind: "reply" | "note";
  text: string;
  seen: string | null;
  revision: string;
  savedAt: Date;
};

/** What the acting member is writing in a case, or null. */
export async function findDraft(ctx: Ctx, { caseId }: FindDraft): Promise<Draft | null> {
  const [draft] = await ctx.db
    .select(draftColumns)
    .from(caseDrafts)
    .where(draftOf(ctx, caseId, memberId(ctx.actor)));
  return draft ?? null;
}

export const draftColumns = {
  kind: caseDrafts.kind,
  text: caseDrafts.text,
  seen: caseDrafts.seen,
  revision: caseDrafts.revision,
  savedAt: caseDrafts.savedAt,
};

/** The condition for the one draft of a member in a case. */
export function draftOf(ctx: Ctx, caseId: string, member: string | null): SQL {
  return and(
    eq(caseDrafts.workspaceId, ctx.workspaceId),
    eq(caseDrafts.caseId, caseId),
    eq(caseDrafts.memberId, member ?? ""),
  )!;
}

/** @throws NOT_FOUND when the case is not in this workspace. */
export async function requireCase(ctx: Ctx, caseId: string): Promise<void> {
  const there = await ctx.db.$count(cases, and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, caseId)));
  if (there === 0) throw notFound("case");
}
