import { eq } from "drizzle-orm";
import { members, users } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { mentionedIn } from "./rules.ts";
import { showCase } from "./show-case.ts";

/** Tells by mail, once, the colleagues whose names stand in a note, who have its case from then on; not its writer. */
export async function tellMentioned(
  ctx: Ctx,
  note: { id: string; caseId: string; text: string },
): Promise<void> {
  if (!note.text.includes("@")) return;
  const colleagues = await ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.workspaceId, ctx.workspaceId));
  for (const { id, email } of mentionedIn(note.text, colleagues)) {
    if (id === memberId(ctx.actor)) continue;
    await showCase(ctx, { caseId: note.caseId, userId: id, byId: note.id });
    await enqueueMail(ctx, {
      kind: "case_mention",
      toAddress: email,
      dedupeKey: `case_mention:${note.id}:${id}`,
      caseId: note.caseId,
      caseMessageId: note.id,
      payload: { userId: id },
    });
  }
}
