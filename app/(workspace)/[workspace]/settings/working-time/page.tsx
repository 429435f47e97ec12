import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { Section } from "#app/_ui/section.tsx";
import { frameOf } from "../../_frame/frame.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { EscalationForm } from "./_hours/escalation-form.tsx";
import { TeamTime } from "./_hours/team-time.tsx";
import { TimeSummary } from "./_hours/time-summary.tsx";
import { t } from "./_hours/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("title") });

export default withWords(["workingTime"], WorkingTimePage);

/** When the workspace and its teams work; managers change it. */
async function WorkingTimePage({ params }: PageProps<"/[workspace]/settings/working-time">) {
  const { workspace } = await params;
  return (
    <SettingsPage workspace={workspace} section="workingTime" status={t("status")}>
      {() => <WorkingTimes workspace={workspace} />}
    </SettingsPage>
  );
}

async function WorkingTimes({ workspace }: { workspace: string }) {
  const { member } = await frameOf(workspace);
  const { found, members } = await read(async (api) => ({
    found: await api.workingTime.list({ workspace }),
    members: await api.workspace.members({ workspace }),
  }));
  const minutes = found.escalateAfterMinutes;
  const manages = member.role === "admin" || member.role === "manager";
  return (
    <div className="max-w-2xl">
      <Section
        title={t("workspace")}
        actions={
          manages && (
            <LinkButton
              href={`/${workspace}/settings/working-time/workspace`}
              aria-label={t("changeNamed", { name: t("workspace") })}
            >
              {t("change")}
            </LinkButton>
          )
        }
      >
        <TimeSummary time={found.workspace} />
      </Section>
      <Section title={t("teams")} space="rule">
        <p className="mb-2 text-sm text-muted">{t(found.teams.length > 0 ? "teamsText" : "noTeams")}</p>
        {found.teams.map((team) => (
          <TeamTime
            key={team.id}
            workspace={workspace}
            team={team}
            members={members.map(({ userId, name }) => ({ userId, name }))}
            manages={manages}
          />
        ))}
      </Section>
      <Section title={t("escalation")} space="rule">
        <p className="mb-2 text-sm text-muted">{t("escalationText")}</p>
        {manages ? (
          <EscalationForm workspace={workspace} minutes={minutes} />
        ) : (
          <p className="text-sm">
            {minutes === null ? t("escalatesNever") : t("escalatesAfter", { minutes })}
          </p>
        )}
      </Section>
    </div>
  );
}
