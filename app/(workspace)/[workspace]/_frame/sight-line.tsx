import { Users } from "lucide-react";
import { Icon } from "#app/_ui/icon.tsx";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("shell");

/** Says in a line, to somebody who does not see everything, which teams' cases, answers and figures these are. */
export function SightLine({ sight }: { sight: { teams: readonly string[]; teamless: boolean } }) {
  const { teams, teamless } = sight;
  const placed = teams.length > 0;
  return (
    <p className="-mt-3 mb-5 flex min-w-0 gap-2 border-b border-line pb-2 text-sm">
      <Icon of={Users} size={16} className="mt-0.5 text-muted" />
      <span className="min-w-0">
        <b className="font-bold">
          {placed ? t("sightTeams", { teams: teams.join(", ") }) : t("sightNoTeam")}
        </b>{" "}
        <span className="text-muted">
          {placed
            ? t(teamless ? "sightTeamless" : "sightTeamsOnly")
            : t(teamless ? "sightNoneTeamless" : "sightNone")}
        </span>
      </span>
    </p>
  );
}
