import type { Ctx } from "#server/context.ts";
import { getDashboard } from "#server/dashboard/queries.ts";
import type { DashboardView } from "#server/dashboard/schema.ts";
import { listResponses } from "#server/response/list.ts";
import { ListResponses, ResponseFilter } from "#server/response/schema.ts";
import { listOffered } from "./list-offered.ts";
import { nameLocked } from "./name-locked.ts";
import type { OpenShareLink } from "./queries.ts";
import { asksForPeople, narrowTo } from "./rules.ts";

/** A survey that no workspace has. */
const noSurvey = "00000000-0000-0000-0000-000000000000";
const mostComments = 8;

/**
 * What a link's reader sees who asks for `view`: the dashboard of the locked segment, narrowed further, without the
 * answers one by one, and the newest comments, with names only where the link says so. A view that leads out of the
 * segment finds nothing, as one does that nobody answered; it is not shown back then. `named` has the names of
 * what is locked.
 */
export async function readShare(ctx: Ctx, link: OpenShareLink, view: DashboardView) {
  const [offered, named] = await Promise.all([listOffered(ctx, link), nameLocked(ctx, [link.locked])]);
  const asked = ResponseFilter.parse(view);
  const narrowed = asksForPeople(asked, link, offered.choices) ? null : narrowTo(link.locked, asked);
  const seen = narrowed ? { ...view, ...narrowed } : { ...view, survey: noSurvey };
  const found = await getDashboard(ctx, seen, offered);
  const comments =
    narrowed && link.comments !== "none" ? await listComments(ctx, link, found.days, narrowed) : [];
  return {
    view: narrowed ? view : withoutFilter(view),
    found: { ...found, newest: [], targets: found.targets?.map(withoutOwner) ?? null },
    comments,
    named,
  };
}

const withoutOwner = <Target extends object>(target: Target) => ({
  ...target,
  teamName: null,
  ownerName: null,
  ownerId: null,
});

/** The period, how it is compared and cut; whatever narrows is left out. */
function withoutFilter(view: DashboardView): DashboardView {
  const nothing = Object.fromEntries(ResponseFilter.keyof().options.map((name) => [name, undefined]));
  return { ...view, ...nothing, from: view.from, to: view.to };
}

async function listComments(
  ctx: Ctx,
  link: OpenShareLink,
  days: { from?: string; to?: string },
  narrowed: ResponseFilter,
) {
  const filter = { ...narrowed, ...days, commented: "yes", limit: mostComments };
  const { responses } = await listResponses(ctx, ListResponses.parse(filter));
  const named = link.comments === "named";
  return responses.map(({ id, score, comment, locale, answeredAt, contactName, accountName }) => ({
    id,
    score,
    comment: comment ?? "",
    locale,
    answeredAt,
    name: named ? contactName : null,
    company: named ? accountName : null,
  }));
}
