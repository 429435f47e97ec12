import type { Ctx } from "#server/context.ts";
import { beforeOf, daysBefore, daysOf, verdictOf } from "#server/dashboard/rules.ts";
import { countProvisional } from "#server/evidence/queries.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { GROUPS, total } from "#server/nps/groups.ts";
import { presentationOf } from "#server/nps/show.ts";
import { countResponses, countWithBefore, pooled } from "#server/response/count.ts";
import { countAsked } from "#server/response/count-asked.ts";
import { countBy } from "#server/response/count-by.ts";
import { countNotInvited } from "#server/response/count-not-invited.ts";
import { listResponses } from "#server/response/list.ts";
import { cutsIn } from "#server/response/read-counters.ts";
import { ListResponses, type ResponseFilter } from "#server/response/schema.ts";
import { countFollowUp } from "./count-follow-up.ts";
import { nameDrivers } from "./find-named.ts";
import { chooseComments, longerDays } from "./rules.ts";

/** A filter with its days. */
export type Told = ResponseFilter & { from: string; to: string };

export type DigestFigures = Awaited<ReturnType<typeof gatherDigest>>;

const candidates = 12;
const mostReasons = 5;

/**
 * What a digest tells of the answers that a filter lets through on its days, by the dashboard's own arithmetic:
 * counts, those of as many days before and what may be said of the difference, who was asked (null where that is
 * not counted), what was set aside, the reasons chosen most, three comments, and the cases. Where the days have few
 * answers, the last 90 of them stand beside (`longer`), so that there is a score.
 */
export async function gatherDigest(ctx: Ctx, told: Told, timezone: string, locale: Locale) {
  const { shown, length, bucket } = daysOf({ ...told, period: "90d", by: undefined }, ctx.now, timezone);
  const before = beforeOf({}, shown, length);
  const compared = before === "overlaps" ? null : before;
  const [counted, asked, setAside, notInvited, reasons, comments, cases] = await Promise.all([
    countWithBefore(ctx, told, bucket, compared),
    !ctx.sight && cutsIn(told)?.length === 0 ? countAsked(ctx, told) : null,
    countProvisional(ctx, told),
    countNotInvited(ctx, told),
    listReasons(ctx, told, locale),
    listComments(ctx, told),
    countFollowUp(ctx, told),
  ]);
  const counts = pooled(counted.shown);
  const countsBefore = compared && pooled(counted.before);
  const thin = length! < longerDays && presentationOf(total(counts)) !== "score";
  return {
    counts,
    compared,
    before: countsBefore,
    verdict: verdictOf(counts, countsBefore),
    longer: thin ? await longer(ctx, told) : null,
    ...{ asked, setAside, notInvited: notInvited.link + notInvited.kiosk, reasons, comments, cases },
  };
}

async function longer(ctx: Ctx, told: Told) {
  const days = { from: daysBefore(told.to, longerDays - 1), to: told.to };
  return { days, counts: pooled(await countResponses(ctx, { ...told, ...days }, "month")) };
}

/** The reasons that customers chose, most chosen first, in the reader's language. */
async function listReasons(ctx: Ctx, told: Told, locale: Locale) {
  const parts = (await countBy(ctx, told, "driver")).slice(0, mostReasons);
  const ids = parts.map(({ value }) => value);
  const names = ids.length > 0 ? await nameDrivers(ctx, ids, locale) : [];
  return parts.map(({ value, counts }, place) => ({
    id: value,
    label: names[place]!.label,
    n: total(counts),
  }));
}

async function listComments(ctx: Ctx, told: Told) {
  const pages = await Promise.all(
    GROUPS.map((group) =>
      listResponses(ctx, ListResponses.parse({ ...told, group, commented: "yes", limit: candidates })),
    ),
  );
  return chooseComments(pages.flatMap(({ responses }) => responses));
}
