import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { Section } from "#app/_ui/section.tsx";
import { frameOf } from "../../_frame/frame.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { SightForm } from "./sight-form.tsx";
import { SightNow } from "./sight-now.tsx";
import { TeamArticle } from "./team-article.tsx";
import { t } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: t("title") });

export default withWords(["teams"], TeamsPage);

/** Who works in which team, and what agents and viewers see. */
async function TeamsPage({ params }: PageProps<"/[workspace]/settings/teams">) {
  const { workspace } = await params;
  return (
    <SettingsPage workspace={workspace} section="teams" status={t("status")}>
      {() => <Teams workspace={workspace} />}
    </SettingsPage>
  );
}

async function Teams({ workspace }: { workspace: string }) {
  const { member, workspace: here } = await frameOf(workspace);
  const { teams, members, sight } = await read(async (api) => ({
    teams: await api.team.list({ workspace }),
    members: await api.workspace.members({ workspace }),
    sight: await api.team.sight({ workspace }),
  }));
  const manages = member.role === "admin" || member.role === "manager";
  const people = members.map(({ userId, name, role }) => ({ userId, name, role }));
  const placed = new Set(teams.flatMap(({ leadId, memberIds }) => [leadId, ...memberIds]));
  const unplaced = people.filter(
    ({ userId, role }) => (role === "agent" || role === "viewer") && !placed.has(userId),
  );
  return (
    <div className="max-w-2xl">
      <Section title={t("teams")}>
        {teams.length === 0 && <p className="text-sm text-muted">{t("noTeams")}</p>}
        {teams.map((team) => (
          <TeamArticle key={team.id} workspace={workspace} team={team} people={people} manages={manages} />
        ))}
      </Section>
      <Section title={t("sightTitle")} space="rule">
        <p className="mb-3 max-w-[66ch] text-sm text-muted">{t("sightText")}</p>
        {member.role === "admin" ? (
          <SightForm
            workspace={workspace}
            sees={sight?.sees ?? "everything"}
            unplaced={unplaced.map(({ name }) => name)}
          />
        ) : (
          <p className="text-sm">{t(`sees.${sight?.sees ?? "everything"}`)}</p>
        )}
        {sight && <SightNow sight={sight} timeZone={here.timezone} />}
      </Section>
    </div>
  );
}
