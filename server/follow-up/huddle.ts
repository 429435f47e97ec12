import { listCases } from "#server/case/list.ts";
import { ListCases } from "#server/case/schema.ts";
import type { Ctx } from "#server/context.ts";
import { listResponses } from "#server/response/list.ts";
import { ListResponses } from "#server/response/schema.ts";
import { countPromises, nothingPromised } from "./count-promises.ts";
import { listPromised } from "./list-promised.ts";
import { listUnsolved } from "./list-unsolved.ts";
import { getFigures } from "./queries.ts";
import type { FiguresView } from "./schema.ts";

/** As many are talked about in a quarter of an hour. */
const most = { waiting: 6, promised: 6, unsolved: 5, unhappy: 6, happy: 3 };

/**
 * What a team talks about when it meets: its figures of the days of a view, who waits for it now, whoever waits longest
 * first, what was promised, who said on these days that it is not solved, and what the unhappy and the happy wrote.
 */
export async function getHuddle(ctx: Ctx, view: FiguresView) {
  const figures = await getFigures(ctx, view);
  const { days, bucket, workspace } = figures;
  const { team } = view;
  const span = { days, bucket, timezone: workspace.timezone, team, today: figures.today };
  const said = (group: "detractor" | "promoter", limit: number) =>
    listResponses(ctx, ListResponses.parse({ ...days, team, group, commented: "yes", limit }));
  const waiting = ListCases.parse({ view: "open", state: "open", team, limit: most.waiting });
  const { cases } = await listCases(ctx, waiting);
  const waits = new Set(cases.map(({ id }) => id));
  return {
    figures,
    waiting: cases,
    promised: await tellPromised(ctx, span, figures.known),
    unsolved: await listUnsolved(ctx, span, most.unsolved),
    // Who waits is talked about already.
    unhappy: (await said("detractor", most.unhappy + most.waiting)).responses
      .filter((one) => !one.case || !waits.has(one.case.id))
      .slice(0, most.unhappy),
    happy: (await said("promoter", most.happy)).responses,
  };
}

/** What became of the promises all together and in each team that has any, and those that are to be kept next. */
async function tellPromised(
  ctx: Ctx,
  span: Parameters<typeof countPromises>[1],
  known: { id: string; name: string }[],
) {
  const counted = await countPromises(ctx, span);
  return {
    whole: counted.find(({ cut }) => cut === "all") ?? nothingPromised,
    teams: [...known, { id: null, name: null }].flatMap((team) => {
      const found = counted.find(({ cut, key }) => cut === "team" && key === team.id);
      return found ? [{ ...team, counts: found }] : [];
    }),
    next: await listPromised(ctx, span, most.promised),
  };
}
