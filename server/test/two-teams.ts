import { eq, sql } from "drizzle-orm";
import { cases, contacts } from "#db/schema/index.ts";
import type { Runtime } from "#server/entry.ts";
import { setMembers } from "#server/team/set-members.ts";
import { setSight } from "#server/team/set-sight.ts";
import { makeAnswers } from "./answers.ts";
import { makeMember, makeWorkspace } from "./factories.ts";
import { makeTeam } from "./recovery.ts";

const at = "2026-11-20T09:00:00Z";

/** A workspace with two teams, each with an agent, who see their own team's things; with a case of each team, and of none. */
export async function twoTeams(rt: Runtime, sees: "teams" | "teams_and_none" = "teams") {
  const here = await makeWorkspace(rt, "Fjordline");
  const [ida, bo] = [
    await makeMember(rt, here, "agent", "Ida Holm"),
    await makeMember(rt, here, "agent", "Bo Friis"),
  ];
  const [north, south] = await here.run(async (ctx) => [
    await makeTeam(ctx, "North"),
    await makeTeam(ctx, "South"),
  ]);
  await here.run((ctx) => setMembers(ctx, { teamId: north!, userIds: [ida.id] }));
  await here.run((ctx) => setMembers(ctx, { teamId: south!, userIds: [bo.id] }));
  await here.run((ctx) => setSight(ctx, { sees }));
  const caseOf = async (teamId: string | null, by: string) => {
    const [answer] = await makeAnswers(rt, here, [{ score: 2, at, by, teamId, caseDueAt: at }]);
    return here.run(async (ctx) => {
      const [one] = await ctx.db.select().from(cases).where(eq(cases.responseId, answer!));
      await ctx.db
        .update(contacts)
        .set({ teamId, emailKey: sql`email` })
        .where(eq(contacts.id, one!.contactId!));
      return one!.id;
    });
  };
  return {
    ...{ here, ida, bo, north: north!, south: south! },
    ofNorth: await caseOf(north!, "Anna North"),
    ofSouth: await caseOf(south!, "Carl South"),
    ofNone: await caseOf(null, "Dora None"),
  };
}
