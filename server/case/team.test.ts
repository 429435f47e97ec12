import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { cases, responses } from "#db/schema/index.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace } from "#server/test/factories.ts";
import { makeTeam } from "#server/test/recovery.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");

it("a case is of its answer's team, whichever it gets and whenever, and never of another workspace's", async () => {
  const { teamId, answer, open } = await fjordline.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    const contact = await makeContact(rt, ctx, "Anna Lind");
    const teamId = await makeTeam(ctx, "North");
    const answer = newId();
    await ctx.db.insert(responses).values({
      ...{
        workspaceId: ctx.workspaceId,
        id: answer,
        surveyId: survey.id,
        contactId: contact.id,
        score: 2,
        teamId,
      },
      ...{ evidence: "confirmed", channel: "email", locale: "en", answeredAt: ctx.now, updatedAt: ctx.now },
    });
    const open = newId();
    const times = { openedAt: ctx.now, dueAt: ctx.now };
    await ctx.db.insert(cases).values({ workspaceId: ctx.workspaceId, id: open, ...times });
    return { teamId, answer, open };
  });
  const team = () =>
    fjordline.run(async (ctx) => {
      const [one] = await ctx.db.select({ teamId: cases.teamId }).from(cases).where(eq(cases.id, open));
      return one!.teamId;
    });
  expect(await team()).toBeNull();
  await fjordline.run((ctx) => ctx.db.update(cases).set({ responseId: answer }).where(eq(cases.id, open)));
  expect(await team()).toBe(teamId);

  const theirs = nordlys.run((ctx) =>
    ctx.db.insert(cases).values({
      ...{ workspaceId: ctx.workspaceId, id: newId(), responseId: answer },
      ...{ openedAt: ctx.now, dueAt: ctx.now },
    }),
  );
  await expect(theirs).rejects.toThrow();
});
