import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { t as ofFactor } from "#app/_second-factor/words.ts";
import { read } from "#app/_trpc/server.ts";
import { Section } from "#app/_ui/section.tsx";
import { Absences } from "#app/(workspace)/[workspace]/_absences/absences.tsx";
import { t as away } from "#app/(workspace)/[workspace]/_absences/words.ts";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { t } from "../_settings/words.ts";
import { DemandSwitch } from "./demand-switch.tsx";
import { InviteForm } from "./invite-form.tsx";
import { MemberTable } from "./member-table.tsx";
import { PendingTable } from "./pending-table.tsx";
import { RoleList } from "./role-list.tsx";

export const generateMetadata = (): Metadata => ({ title: t("people") });

export default withWords(["absences", "secondFactor", "settings", "shell"], PeoplePage);

async function PeoplePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { member, workspace: here } = await frameOf(workspace);
  const isAdmin = member.role === "admin";
  const manages = isAdmin || member.role === "manager";
  const { members, absences, invitations, secondFactor } = await read(async (api) => ({
    members: await api.workspace.members({ workspace }),
    absences: (await api.absence.list({ workspace })).absences,
    invitations: isAdmin ? await api.workspace.invitations({ workspace }) : [],
    secondFactor: isAdmin ? await api.workspace.secondFactor({ workspace }) : null,
  }));
  const people = members.map(({ userId, name }) => ({ userId, name }));
  return (
    <SettingsPage
      workspace={workspace}
      section="people"
      status={t("peopleStatus", { count: members.length })}
    >
      {() => (
        <>
          <div className="mt-4">
            <MemberTable
              workspace={workspace}
              members={members}
              me={member.email}
              isAdmin={isAdmin}
              timeZone={here.timezone}
            />
          </div>
          {isAdmin && (
            <Section title={t("inviteTitle")}>
              <InviteForm workspace={workspace} />
            </Section>
          )}
          {invitations.length > 0 && (
            <Section title={t("pendingTitle")} space="rule">
              <PendingTable workspace={workspace} invitations={invitations} timeZone={here.timezone} />
            </Section>
          )}
          {secondFactor && (
            <Section title={ofFactor("demandTitle")} space="rule">
              <div className="max-w-xl">
                <DemandSwitch workspace={workspace} timeZone={here.timezone} {...secondFactor} />
              </div>
            </Section>
          )}
          <Section title={away("title")} space="rule">
            <div className="max-w-xl">
              <p className="mb-2 text-sm text-muted">{away("allText")}</p>
              <Absences
                workspace={workspace}
                absences={absences}
                members={people}
                people={manages ? people : []}
                none={away("nobody")}
              />
            </div>
          </Section>
          <Section title={t("rolesTitle")} space="rule">
            <RoleList />
          </Section>
        </>
      )}
    </SettingsPage>
  );
}
