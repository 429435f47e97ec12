import { and, eq, or } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { caseDrafts } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { type Draft, draftColumns, draftOf, requireCase } from "./queries.ts";
import type { SaveDraft } from "./schema.ts";

type Saved =
  | { saved: true; revision: string | null }
  /** Another tab or device has saved something else meanwhile. */
  | { saved: false; draft: Draft };

/**
 * Keeps what the acting member is writing in a case; an empty text ends the draft. Words that were saved elsewhere
 * since the revision it was written on are not written over: they are returned. What this tab saved itself is, so that
 * an answer that was lost on the way does no harm.
 * @throws NOT_FOUND for a case of another workspace, FORBIDDEN to whoever is no member.
 */
export async function saveDraft(ctx: Ctx, input: SaveDraft): Promise<Saved> {
  const member = memberId(ctx.actor);
  if (!member) throw new DomainError("FORBIDDEN", refusal("draftsMembers"));
  await requireCase(ctx, input.caseId);
  return input.text.trim() === "" ? end(ctx, input, member) : keep(ctx, input, member);
}

async function keep(ctx: Ctx, input: SaveDraft, member: string): Promise<Saved> {
  const { caseId, kind, text, seen, tab } = input;
  const revision = newId(ctx.now.getTime());
  const written = { kind, text, seen, revision, writtenIn: tab, savedAt: ctx.now };
  const [kept] = await ctx.db
    .insert(caseDrafts)
    .values({ workspaceId: ctx.workspaceId, caseId, memberId: member, ...written })
    .onConflictDoUpdate({
      target: [caseDrafts.workspaceId, caseDrafts.caseId, caseDrafts.memberId],
      set: written,
      setWhere: or(mine(input), and(eq(caseDrafts.text, text), eq(caseDrafts.kind, kind))),
    })
    .returning({ revision: caseDrafts.revision });
  return kept ? { saved: true, revision: kept.revision } : elsewhere(ctx, caseId, member);
}

async function end(ctx: Ctx, input: SaveDraft, member: string): Promise<Saved> {
  await ctx.db.delete(caseDrafts).where(and(draftOf(ctx, input.caseId, member), mine(input)));
  return elsewhere(ctx, input.caseId, member);
}

/** The draft is the one that this tab knows. */
const mine = ({ known, tab }: SaveDraft) =>
  or(eq(caseDrafts.writtenIn, tab), known ? eq(caseDrafts.revision, known) : undefined);

async function elsewhere(ctx: Ctx, caseId: string, member: string): Promise<Saved> {
  const [draft] = await ctx.db
    .select(draftColumns)
    .from(caseDrafts)
    .where(draftOf(ctx, caseId, member));
  return draft ? { saved: false, draft } : { saved: true, revision: null };
}
