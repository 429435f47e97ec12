import { and, eq } from "drizzle-orm";
import { surveys } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { labelled, type OfferedDriver } from "#server/driver/rules.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { namesOf } from "#server/response/list-choices.ts";
import type { ResponseFilter } from "#server/response/schema.ts";

/** What the things are called that a filter names by id; absent where it names none, null where the thing is gone. */
export type Named = { survey?: string | null; campaign?: string | null; team?: string | null };

/** The names of the survey, campaign and team that a filter narrows by. */
export async function findNamed(ctx: Ctx, filter: ResponseFilter): Promise<Named> {
  const { survey, campaign, team } = filter;
  const names = await namesOf(ctx, [
    { dimension: "campaign", values: campaign ? [campaign] : [] },
    { dimension: "team", values: team ? [team] : [] },
  ]);
  return {
    ...(survey ? { survey: await surveyName(ctx, survey) } : {}),
    ...(campaign ? { campaign: names.get(`campaign ${campaign}`) ?? null } : {}),
    ...(team ? { team: names.get(`team ${team}`) ?? null } : {}),
  };
}

/** Whether a filter names something that is there no more, so that no answer will ever be let through again. */
export const isGone = (named: Named): boolean => Object.values(named).some((name) => name === null);

/** Reasons with their labels in the reader's language, where a survey has them in it. */
export async function nameDrivers(ctx: Ctx, ids: string[], locale: Locale): Promise<OfferedDriver[]> {
  const offered = await ctx.db
    .select({ drivers: surveys.drivers })
    .from(surveys)
    .where(eq(surveys.workspaceId, ctx.workspaceId))
    .orderBy(surveys.id);
  return labelled(
    ids,
    offered.flatMap(({ drivers }) => drivers),
    [locale],
  );
}

async function surveyName(ctx: Ctx, id: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ name: surveys.name })
    .from(surveys)
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, id)));
  return row?.name ?? null;
}
