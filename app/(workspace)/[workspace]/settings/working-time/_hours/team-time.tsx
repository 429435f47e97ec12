import { LinkButton } from "#app/_ui/link-button.tsx";
import type { listWorkingTimes } from "#server/working-time/queries.ts";
import { LeadSelect } from "./lead-select.tsx";
import { ResetHours } from "./reset-hours.tsx";
import { TimeSummary } from "./time-summary.tsx";
import { t } from "./words.ts";

type Team = Awaited<ReturnType<typeof listWorkingTimes>>["teams"][number];

type TeamTimeProps = {
  workspace: string;
  team: Team;
  members: readonly { userId: string; name: string }[];
  manages: boolean;
};

/** When one team works and who leads it. */
export function TeamTime({ workspace, team, members, manages }: TeamTimeProps) {
  const { id, name } = team;
  const own = team.own !== null;
  return (
    <article aria-labelledby={`${id}-name`} className="border-t border-line py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h3 id={`${id}-name`} className="font-bold">
            {name}
          </h3>
          {!own && <p className="text-sm text-muted">{t("asWorkspace")}</p>}
        </div>
        {manages && (
          <div className="flex flex-wrap gap-2">
            <LinkButton
              href={`/${workspace}/settings/working-time/${id}`}
              aria-label={t(own ? "changeNamed" : "ownHoursNamed", { name })}
            >
              {t(own ? "change" : "ownHours")}
            </LinkButton>
            {own && <ResetHours workspace={workspace} team={{ id, name }} />}
          </div>
        )}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <span className="text-muted">{t("lead")}</span>
        {manages ? (
          <LeadSelect workspace={workspace} team={team} members={members} />
        ) : (
          (members.find(({ userId }) => userId === team.leadId)?.name ?? t("noLead"))
        )}
      </div>
      {own && (
        <div className="mt-2">
          <TimeSummary time={team} />
        </div>
      )}
    </article>
  );
}
