import type { DigestLinks } from "#emails/digest-props.ts";
import { daysBefore } from "#server/dashboard/rules.ts";
import { filterOf, type Query, withQuery } from "#server/response/address.ts";
import type { Told } from "./gather.ts";
import { longerDays } from "./rules.ts";

/**
 * The pages that the figures of a digest lead to: the dashboard and the answers, narrowed by the same filter and days.
 *
 * @param home the workspace's address
 */
export function linksOf(
  home: string,
  told: Told,
  { digestId, filter, end }: { digestId: string; filter: string; end: string | null },
): DigestLinks {
  const answers = (only: Query) => withQuery(`${home}/responses`, filterOf(told), only);
  const dashboard = (changes: Query) => withQuery(`${home}/dashboard`, filterOf(told), changes);
  const change = `${home}/settings/digests/${digestId}`;
  return {
    dashboard: dashboard({}),
    answers: answers({}),
    groups: {
      detractor: answers({ group: "detractor" }),
      passive: answers({ group: "passive" }),
      promoter: answers({ group: "promoter" }),
    },
    longer: dashboard({ from: daysBefore(told.to, longerDays - 1) }),
    setAside: `${home}/responses/set-aside`,
    cases: `${home}/cases`,
    answer: (id) => `${home}/responses/${id}`,
    reason: (id) => answers({ driver: id }),
    change: filter ? `${change}?${filter}` : change,
    end,
  };
}
