import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { hoursInWords } from "#server/working-time/hours.ts";
import { calendars, weekdays } from "#server/working-time/schema.ts";
import { frameOf } from "../../../_frame/frame.ts";
import { ClosedDays } from "../_hours/closed-days.tsx";
import { HoursForm } from "../_hours/hours-form.tsx";
import { sayDay } from "../_hours/in-words.ts";
import { t } from "../_hours/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("title") });

export default withWords(["workingTime"], ChangeWorkingTimePage);

/** Changes the working time of the workspace ("workspace" in the address) or of the team with this id. */
async function ChangeWorkingTimePage({ params }: PageProps<"/[workspace]/settings/working-time/[owner]">) {
  const { workspace, owner } = await params;
  const home = `/${workspace}/settings/working-time`;
  const { member } = await frameOf(workspace);
  if (member.role !== "admin" && member.role !== "manager") redirect(home);
  const found = await read((api) => api.workingTime.list({ workspace }));
  const team = found.teams.find(({ id }) => id === owner);
  if (!team && owner !== "workspace") notFound();
  const time = team ?? found.workspace;
  const teamId = team?.id ?? null;
  return (
    <>
      <PageHeader
        back={<TextLink href={home}>{t("back")}</TextLink>}
        title={team ? t("changeTitle", { name: team.name }) : t("changeWorkspace")}
        status={t("status")}
      />
      <div className="max-w-xl">
        <div className="mt-8">
          <HoursForm
            workspace={workspace}
            teamId={teamId}
            zoneOfWorkspace={found.workspace.timezone}
            timeZones={["UTC", ...Intl.supportedValuesOf("timeZone")]}
            calendars={calendars.map((value) => ({ value, label: t(`calendars.${value}`) }))}
            days={weekdays.map((day, place) => ({ day, hours: hoursInWords(time.week[place] ?? []) }))}
            begin={time.own ?? { timezone: null, calendar: null, customary: false }}
          />
        </div>
        <Section title={t("ownDays")} space="rule">
          <ClosedDays
            workspace={workspace}
            teamId={teamId}
            closed={time.closed.map((one) => ({ ...one, day: sayDay(one.day) }))}
          />
        </Section>
      </div>
    </>
  );
}
