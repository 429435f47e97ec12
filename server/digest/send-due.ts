import { and, eq, isNull } from "drizzle-orm";
import { digestPeriods, digests, users } from "#db/schema/index.ts";
import { type Ctx, withinSight } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { total } from "#server/nps/groups.ts";
import { filterIn } from "#server/response/address.ts";
import { countResponses, pooled } from "#server/response/count.ts";
import { sightOf } from "#server/team/sight-of.ts";
import { countFollowUp } from "./count-follow-up.ts";
import { endGone } from "./end.ts";
import { findNamed, isGone } from "./find-named.ts";
import type { Told } from "./gather.ts";
import { isNews, periodOf } from "./rules.ts";

export type Sent = "mailed" | "nothing_new" | "gone" | "done";

/**
 * Makes of a digest that is due on `dueOn` its mail in the outbox, or a row that says there was nothing new. A day is
 * made something of once ("done" says that it was already, or that the digest has ended), however many workers try.
 * One whose team, survey or campaign is gone ends instead.
 */
export async function sendDueDigest(
  ctx: Ctx,
  { digestId, dueOn }: { digestId: string; dueOn: string },
): Promise<Sent> {
  const digest = await lock(ctx, digestId);
  if (!digest || (await isHandled(ctx, digestId, dueOn))) return "done";
  const filter = filterIn(digest.filter);
  if (isGone(await findNamed(ctx, filter))) {
    await endGone(ctx, digestId);
    return "gone";
  }
  const days = periodOf(digest, dueOn);
  const seen = await sightOf(ctx, digest.userId);
  const mail = (await withinSight(ctx, seen, (reader) => hasNews(reader, { ...filter, ...days })))
    ? await enqueueMail(ctx, {
        kind: "digest",
        toAddress: digest.email,
        dedupeKey: `digest:${digestId}:${dueOn}`,
        payload: { digestId, ...days, testFor: null },
      })
    : null;
  const outcome = mail ? "mailed" : "nothing_new";
  await ctx.db.insert(digestPeriods).values({
    ...{ workspaceId: ctx.workspaceId, digestId, dueOn, fromDay: days.from, toDay: days.to },
    ...{ outcome, mailId: mail?.id ?? null, at: ctx.now },
  });
  return outcome;
}

/** The running digest, for this transaction alone, and where its reader's mail goes. */
async function lock(ctx: Ctx, digestId: string) {
  const [row] = await ctx.db
    .select({
      ...{ rhythm: digests.rhythm, filter: digests.filter },
      ...{ userId: digests.userId, email: users.email },
    })
    .from(digests)
    .innerJoin(users, eq(users.id, digests.userId))
    .where(and(eq(digests.workspaceId, ctx.workspaceId), eq(digests.id, digestId), isNull(digests.endedAt)))
    .for("no key update", { of: digests });
  return row ?? null;
}

async function isHandled(ctx: Ctx, digestId: string, dueOn: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ at: digestPeriods.at })
    .from(digestPeriods)
    .where(
      and(
        eq(digestPeriods.workspaceId, ctx.workspaceId),
        eq(digestPeriods.digestId, digestId),
        eq(digestPeriods.dueOn, dueOn),
      ),
    );
  return rows.length > 0;
}

async function hasNews(ctx: Ctx, told: Told): Promise<boolean> {
  const [stretches, cases] = await Promise.all([
    countResponses(ctx, told, "month"),
    countFollowUp(ctx, told),
  ]);
  const { opened: openedCases, wentOverdue } = cases;
  return isNews({ answers: total(pooled(stretches)), openedCases, wentOverdue });
}
