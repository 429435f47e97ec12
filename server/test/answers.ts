import { newId } from "#db/id.ts";
import { cases, responses } from "#db/schema/index.ts";
import type { Runtime } from "#server/entry.ts";
import { recountResponses } from "#server/response/recount.ts";
import { makeContact, makeSurvey, type TestWorkspace } from "./factories.ts";

type Given = Partial<typeof responses.$inferInsert> & {
  score: number;
  /** When it was answered, in UTC. */
  at: string;
  /** The customer's name; without one nobody is known. */
  by?: string;
  /** It opened a case, whose first reply is due then. */
  caseDueAt?: string;
};

/** Answers straight into the tables, counted, to a survey of their own; their ids. */
export async function makeAnswers(rt: Runtime, workspace: TestWorkspace, given: Given[]): Promise<string[]> {
  return workspace.run(async (ctx) => {
    const own = { workspaceId: ctx.workspaceId };
    const survey = await makeSurvey(ctx);
    const ids: string[] = [];
    for (const { at, by, caseDueAt, ...over } of given) {
      const answeredAt = new Date(at);
      const id = newId(answeredAt.getTime());
      const contact = by
        ? await makeContact(rt, ctx, by, { emailKey: id, email: `${id}@customer.example` })
        : null;
      await ctx.db.insert(responses).values({
        ...{ ...own, id, surveyId: survey.id, contactId: contact?.id ?? null, evidence: "confirmed" },
        ...{ channel: "email", locale: "en", answeredAt, updatedAt: answeredAt, ...over },
      });
      if (caseDueAt) {
        await ctx.db.insert(cases).values({
          ...{ ...own, id: newId(), responseId: id, contactId: contact?.id ?? null },
          ...{ openedAt: answeredAt, dueAt: new Date(caseDueAt) },
        });
      }
      ids.push(id);
    }
    await recountResponses(ctx);
    return ids;
  });
}
