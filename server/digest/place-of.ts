import { formatList, nameOfLanguage } from "#server/i18n/format.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { conditionsOf } from "#server/response/filter.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import type { Named } from "./find-named.ts";

const channelKeys = {
  email: "channelEmail",
  link: "channelLink",
  kiosk: "channelKiosk",
  import: "channelImport",
} as const;

/**
 * Of what a digest tells, in the reader's language: the workspace, then everything that narrows its answers, "Fjordline
 * · Team: Freight". `named` has the names of what the filter knows by id, `driver` that of its reason, `seen` the teams of a
 * reader who does not see everything.
 */
export function placeOf(
  workspaceName: string,
  filter: ResponseFilter,
  { survey, campaign, team, driver, seen }: Named & { driver?: string; seen?: Seen },
  locale: Locale,
): string {
  const t = translator(locale, "digest");
  const { touchpoint, employee, channel, language } = filter;
  const parts = [
    seen &&
      (seen.teams.length > 0
        ? t("aboutYourTeams", { value: formatList(seen.teams, locale, "unit", "narrow") })
        : t("aboutNoTeam")),
    survey && t("aboutSurvey", { value: survey }),
    campaign && t("aboutCampaign", { value: campaign }),
    touchpoint && t("aboutTouchpoint", { value: touchpoint }),
    team && t("aboutTeam", { value: team }),
    employee && t("aboutEmployee", { value: employee }),
    channel && t("aboutChannel", { value: t(channelKeys[channel]) }),
    language && t("aboutLanguage", { value: nameOfLanguage(language, locale) }),
    driver && t("aboutDriver", { value: driver }),
    ...conditionsOf(filter).map(({ name, operator, value }) => t(operatorKeys[operator], { name, value })),
    filter.commented && t("aboutCommented"),
  ];
  return [workspaceName, ...parts.filter(Boolean)].join(" · ");
}

type Seen = { teams: string[] };

const operatorKeys = { is: "aboutIs", not: "aboutNot", contains: "aboutContains" } as const;
