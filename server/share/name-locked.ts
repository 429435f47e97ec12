import { and, eq, inArray } from "drizzle-orm";
import { surveys } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { Offered } from "#server/dashboard/queries.ts";
import { dimensions } from "#server/response/cuts.ts";
import { namesOf } from "#server/response/list-choices.ts";
import type { LockedSegment } from "./locked-segment.ts";

/** What these segments are narrowed to, by the names that people know it by. */
export async function nameLocked(ctx: Ctx, segments: readonly LockedSegment[]): Promise<Offered> {
  const taken = dimensions.map((dimension) => ({
    dimension,
    values: [...new Set(segments.flatMap((segment) => segment[dimension] ?? []))],
  }));
  const names = await namesOf(ctx, taken);
  const ids = segments.flatMap(({ survey }) => survey ?? []);
  return {
    choices: taken.map(({ dimension, values }) => ({
      dimension,
      values: values.map((value) => ({ value, name: names.get(`${dimension} ${value}`) ?? null })),
      more: false,
    })),
    surveys: ids.length > 0 ? await surveysNamed(ctx, ids) : [],
  };
}

function surveysNamed(ctx: Ctx, ids: string[]) {
  return ctx.db
    .select({ id: surveys.id, name: surveys.name })
    .from(surveys)
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), inArray(surveys.id, ids)));
}
