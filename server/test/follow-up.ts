import { newId } from "#db/id.ts";
import { cases, responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

type Made = {
  openedAt: Date;
  dueAt: Date;
  firstReplyAt?: Date | null;
  state?: "open" | "waiting" | "snoozed" | "closed";
  /** Of the answer it is about; without a survey it is about none. */
  surveyId?: string;
  teamId?: string | null;
  touchpoint?: string;
};

/** A case as it came to be: opened, due, replied to, closed. Returns its id. */
export async function makeCase(ctx: Ctx, made: Made): Promise<string> {
  const {
    openedAt,
    dueAt,
    firstReplyAt = null,
    state = "open",
    surveyId,
    teamId = null,
    touchpoint = "",
  } = made;
  const own = { workspaceId: ctx.workspaceId };
  const responseId = surveyId ? newId() : null;
  if (surveyId && responseId) {
    await ctx.db.insert(responses).values({
      ...{ ...own, id: responseId, surveyId, score: 2, teamId, touchpoint, evidence: "confirmed" },
      ...{ channel: "email", locale: "en", answeredAt: openedAt, updatedAt: openedAt },
    });
  }
  const id = newId();
  await ctx.db.insert(cases).values({ ...own, id, responseId, state, openedAt, dueAt, firstReplyAt });
  return id;
}
