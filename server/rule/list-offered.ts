import { asc, eq } from "drizzle-orm";
import { surveys, teams } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { labelled } from "#server/driver/rules.ts";
import { locales } from "#server/i18n/locales.ts";
import { attributeOf } from "#server/response/cuts.ts";
import { type Choices, listChoices } from "#server/response/list-choices.ts";
import { listAllTags } from "#server/tag/queries.ts";
import { listTemplatesEver } from "#server/template/queries.ts";
import { getSettings, listMembers } from "#server/workspace/queries.ts";

export type Offer = { value: string; name: string };

/**
 * What conditions and actions can name in this workspace, each with what people call it: what is set up here, and what
 * answers have had.
 */
export async function listOffered(ctx: Ctx) {
  const { locale, caseDueHours } = await getSettings(ctx);
  const choices = await listChoices(ctx);
  const had = (dimension: Choices["dimension"]) =>
    choices.find((one) => one.dimension === dimension)?.values.map(({ value }) => value) ?? [];
  const known = await ctx.db
    .select({ id: surveys.id, name: surveys.name, touchpoint: surveys.touchpoint, drivers: surveys.drivers })
    .from(surveys)
    .where(eq(surveys.workspaceId, ctx.workspaceId))
    .orderBy(asc(surveys.name), asc(surveys.id));
  const ofTeams = await ctx.db
    .select({ value: teams.id, name: teams.name })
    .from(teams)
    .where(eq(teams.workspaceId, ctx.workspaceId))
    .orderBy(asc(teams.name), asc(teams.id));
  const reasons = new Map(
    known.flatMap(({ drivers }) =>
      labelled(
        drivers.map(({ id }) => id),
        drivers,
        [locale],
      ).map(({ id, label }) => [id, label]),
    ),
  );
  const touchpoints = [...known.map(({ touchpoint }) => touchpoint), ...had("touchpoint")];
  const attributes = choices.flatMap(({ dimension, values }) => {
    const name = attributeOf(dimension);
    return name === null ? [] : [{ name, values: values.map(({ value }) => value) }];
  });
  const templates = (await listTemplatesEver(ctx)).map(({ id, name, locale, ended }) => ({
    ...{ value: id, name, locale, ended },
  }));
  return {
    caseDueHours,
    survey: known.map(({ id, name }): Offer => ({ value: id, name })),
    team: ofTeams as Offer[],
    reason: [...reasons].map(([value, name]): Offer => ({ value, name: name! })),
    touchpoint: namesAlone(touchpoints.filter((one) => one !== "")),
    language: namesAlone([...locales, ...had("language")]),
    attributes,
    people: (await listMembers(ctx)).map(({ userId, name }): Offer => ({ value: userId, name })),
    tags: (await listAllTags(ctx)).map(({ id, name }): Offer => ({ value: id, name })),
    templates: templates.filter(({ ended }) => !ended),
    /** Offered no more; a rule that names one goes on by its name. */
    endedTemplates: templates.filter(({ ended }) => ended),
  };
}

export type Offered = Awaited<ReturnType<typeof listOffered>>;

const namesAlone = (values: readonly string[]): Offer[] =>
  [...new Set(values)].map((value) => ({ value, name: value }));
