import { eq, sql } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import { nameCauses } from "#server/cause/queries.ts";
import type { NamedCause } from "#server/cause/rules.ts";
import type { Ctx } from "#server/context.ts";
import type { Verdict } from "#server/nps/compare.ts";
import { rateVerdicts } from "#server/nps/rate-parts.ts";
import { countAsked, countSolved } from "./count-checks.ts";
import { countClosed } from "./count-closed.ts";
import { countOpened } from "./count-opened.ts";
import { countStanding, type Standing } from "./count-standing.ts";
import { type Figures, noFigures, partsOf, periodsOf, sharesOf, spanOf } from "./rules.ts";
import type { FiguresView } from "./schema.ts";

/** A team (null: none), how it stands now, and what may be said of its rates beside those of all others together. */
type TeamFigures = {
  id: string | null;
  name: string | null;
  figures: Figures;
  standing: Standing;
  verdicts: { inTime: Verdict; reopened: Verdict; recovered: Verdict };
};

/** A cause (null: none was named) with those beneath it. `general`: closed with the first level and no more. */
type CauseFigures = {
  cause: NamedCause | null;
  figures: Figures;
  verdict: Verdict;
  beneath: { cause: NamedCause; general: boolean; figures: Figures }[];
};

/**
 * How well the loop is closed on the days of a view: all together, by week or month, by team in the order of their names,
 * and by cause, those of most closings first; with how it stands now. Rates have no order: where one differs from the
 * others beyond chance, its verdict says so.
 */
export async function getFigures(ctx: Ctx, view: FiguresView) {
  const { timezone, name, teams: known } = await findWorkspace(ctx);
  const span = spanOf(view, ctx.now, timezone);
  const [opened, closed, asked, solved, now, named] = await Promise.all([
    countOpened(ctx, span),
    countClosed(ctx, span),
    countAsked(ctx, span),
    countSolved(ctx, span),
    countStanding(ctx, span),
    nameCauses(ctx),
  ]);
  const parts = (cut: Parameters<typeof partsOf>[0]) => partsOf(cut, opened, closed, asked, solved);
  return {
    workspace: { name, timezone },
    ...{ today: span.today, days: span.days, bucket: span.bucket },
    whole: parts("all").get(null) ?? noFigures,
    standing: standingOf(now.find(({ cut }) => cut === "all")),
    periods: periodsOf(parts("period"), span),
    teams: besideEachOther(parts("team"), now, known),
    causes: byCause(parts("cause"), parts("leaf"), named),
    /** Every team there is, by name. */
    known,
  };
}

async function findWorkspace(ctx: Ctx) {
  const [row] = await ctx.db
    .select({
      timezone: workspaces.timezone,
      name: workspaces.name,
      teams: sql<{ id: string; name: string }[]>`coalesce((
        SELECT jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY lower(name))
        FROM teams WHERE workspace_id = ${ctx.workspaceId}), '[]')`,
    })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  return row!;
}

const standingOf = (row: Standing | undefined): Standing => ({
  ...{ open: row?.open ?? 0, overdue: row?.overdue ?? 0, oldest: row?.oldest ?? null },
});

function besideEachOther(
  parts: ReadonlyMap<string | null, Figures>,
  now: Awaited<ReturnType<typeof countStanding>>,
  known: { id: string; name: string }[],
): TeamFigures[] {
  const standing = new Map(now.filter(({ cut }) => cut === "team").map((row) => [row.key, row]));
  const rows = [...known, { id: null, name: null }]
    .filter(({ id }) => parts.has(id) || standing.has(id))
    .map((team) => ({
      ...team,
      figures: parts.get(team.id) ?? noFigures,
      standing: standingOf(standing.get(team.id)),
    }));
  const verdicts = (rate: "inTime" | "reopened" | "recovered") =>
    rateVerdicts(rows.map(({ figures }) => sharesOf(figures)[rate]));
  const [inTime, reopened, recovered] = [verdicts("inTime"), verdicts("reopened"), verdicts("recovered")];
  return rows.map((row, at) => ({
    ...row,
    verdicts: { inTime: inTime[at]!, reopened: reopened[at]!, recovered: recovered[at]! },
  }));
}

function byCause(
  first: ReadonlyMap<string | null, Figures>,
  whole: ReadonlyMap<string | null, Figures>,
  named: ReadonlyMap<string, NamedCause>,
): CauseFigures[] {
  const mostFirst = (a: { figures: Figures }, b: { figures: Figures }) =>
    b.figures.closed - a.figures.closed || b.figures.answered - a.figures.answered;
  const beneath = [...whole].flatMap(([id, figures]) => {
    const cause = id === null ? undefined : named.get(id);
    return cause ? [{ cause, general: cause.parent === null, figures }] : [];
  });
  const rows = [...first].map(([id, figures]) => ({
    cause: (id !== null && named.get(id)) || null,
    figures,
    beneath: beneath.filter(({ cause }) => (cause.parent?.id ?? cause.id) === id).sort(mostFirst),
  }));
  const verdicts = rateVerdicts(rows.map(({ figures }) => sharesOf(figures).recovered));
  return rows
    .map((row, at) => ({
      ...row,
      verdict: verdicts[at]!,
      // A cause with nothing beneath it needs not be said twice.
      beneath: row.beneath.every(({ general }) => general) ? [] : row.beneath,
    }))
    .sort(mostFirst);
}
