import type { ReactNode } from "react";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { NoAccess } from "./no-access.tsx";
import { t } from "./words.ts";

const sections = [
  { key: "workspace", place: "workspace", forAdmins: true },
  { key: "sender", place: "sender", forAdmins: true },
  { key: "legal", place: "legal", forAdmins: true },
  { key: "privacy", place: "privacy", forAdmins: true },
  { key: "targets", place: "targets", forAdmins: false },
  { key: "templates", place: "templates", forAdmins: false },
  { key: "rules", place: "rules", forAdmins: false },
  { key: "causes", place: "causes", forAdmins: false },
  { key: "workingTime", place: "working-time", forAdmins: false },
  { key: "people", place: "people", forAdmins: false },
  { key: "teams", place: "teams", forAdmins: false },
  { key: "signIn", place: "sign-in", forAdmins: true },
  { key: "apiKeys", place: "api-keys", forAdmins: true },
  { key: "audit", place: "audit", forAdmins: true },
  { key: "alerts", place: "alerts", forAdmins: false },
  { key: "digests", place: "digests", forAdmins: false },
  { key: "me", place: "me", forAdmins: false },
] as const;

type SettingsPageProps = {
  workspace: string;
  section: (typeof sections)[number]["key"];
  status?: ReactNode;
  children: () => ReactNode;
};

/** The head of every settings page; `children` is called only for those who may see the section. */
export async function SettingsPage({ workspace, section, status, children }: SettingsPageProps) {
  const { member } = await frameOf(workspace);
  const isAdmin = member.role === "admin";
  const mayEnter = isAdmin || sections.some((one) => one.key === section && !one.forAdmins);
  return (
    <>
      <PageHeader title={t(section)} status={mayEnter ? status : undefined} />
      <div className="mt-6">
        <Tabs
          label={t("sections")}
          items={sections
            .filter((one) => isAdmin || !one.forAdmins)
            .map(({ key, place }) => ({
              href: `/${workspace}/settings/${place}`,
              label: t(key),
              current: key === section,
            }))}
        />
      </div>
      {mayEnter ? children() : <NoAccess workspace={workspace} />}
    </>
  );
}
