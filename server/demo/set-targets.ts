import { eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { members, targetChanges, targets } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { dayAt, periodAround } from "#server/target/rules.ts";
import type { Told } from "./load.ts";
import { waveAt, waves } from "./story.ts";

/** What the company wants to reach: a score, asked for since the year began and once raised, and first replies in time. */
export async function setTargets(ctx: Ctx, told: Told): Promise<void> {
  const here = eq(members.workspaceId, ctx.workspaceId);
  const people = await ctx.db.select({ id: members.userId, role: members.role }).from(members).where(here);
  const managers = people.filter(({ role }) => role === "manager").map(({ id }) => id);
  const [setter, raiser = setter] = managers as [string, string?];
  const [first, raised] = told.company.slug.startsWith("kivikko") ? [45, 50] : [40, 45];
  const score = { metric: "nps", repeats: "quarter", minimum: 50 } as const;
  const replies = { metric: "first_reply", repeats: "quarter", minimum: 10 } as const;
  await write(ctx, told, score, [
    { goal: first, ownerId: setter, changedBy: setter, reason: null, at: waveAt(1, ctx.now) },
    {
      ...{ goal: raised, ownerId: raiser, changedBy: raiser, at: waveAt(waves - 7, ctx.now) },
      reason: "The new system holds, and most of the complaints about it are answered: we can ask more.",
    },
  ]);
  await write(ctx, told, replies, [
    { goal: 95, ownerId: raiser, changedBy: setter, reason: null, at: waveAt(waves - 9, ctx.now) },
  ]);
}

type About = Pick<typeof targets.$inferSelect, "metric" | "minimum"> & { repeats: "quarter" };
type Version = { goal: number; ownerId: string; changedBy: string; reason: string | null; at: Date };

async function write(ctx: Ctx, told: Told, about: About, versions: [Version, ...Version[]]): Promise<void> {
  const { workspaceId } = ctx;
  const createdAt = versions[0].at;
  const { from } = periodAround(about.repeats, dayAt(createdAt, told.company.timezone));
  const { goal, ownerId } = versions.at(-1)!;
  const targetId = newId(createdAt.getTime());
  await ctx.db.insert(targets).values({
    ...{ workspaceId, id: targetId, ...about, fromDay: from, goal, ownerId },
    ...{ version: versions.length, createdAt },
  });
  await ctx.db.insert(targetChanges).values(
    versions.map((version, place) => ({
      ...{ workspaceId, targetId, version: place + 1, minimum: about.minimum, ...version },
      kind: place === 0 ? ("set" as const) : ("changed" as const),
    })),
  );
}
