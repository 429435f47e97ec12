import { sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import type { Runtime, SignedIn } from "#server/entry.ts";
import { setMembers } from "#server/team/set-members.ts";
import { setSight } from "#server/team/set-sight.ts";
import type { Names } from "./everything.ts";
import { makeMember, type TestWorkspace } from "./factories.ts";
import { makeTeam } from "./recovery.ts";

/** What belongs to customers, by what it is named in inputs and addresses. */
const customers = [
  ...(["act", "attachment", "case", "contact", "file", "heldReply", "mail", "otherCase", "promise"] as const),
  ...(["provisional", "response"] as const),
];

/**
 * Gives all customers of `workspace` to the team of `names`, and shows agents their own team's things and those of no team.
 * Returns an agent of another team, and the same names with customers' things that are not there.
 */
export async function makeAgentOfOtherTeam(
  rt: Runtime,
  workspace: TestWorkspace,
  names: Names,
): Promise<{ agent: SignedIn; vain: Names }> {
  const agent = await makeMember(rt, workspace, "agent", "Ida Holm");
  await workspace.run(async (ctx) => {
    for (const table of ["responses", "invitations", "cases", "contacts"])
      await ctx.db.execute(sql`UPDATE ${sql.identifier(table)} SET team_id = ${names.team}`);
    await setMembers(ctx, { teamId: await makeTeam(ctx, "Syd"), userIds: [agent.id] });
    await setSight(ctx, { sees: "teams_and_none" });
  });
  return { agent, vain: { ...names, ...Object.fromEntries(customers.map((name) => [name, newId()])) } };
}
