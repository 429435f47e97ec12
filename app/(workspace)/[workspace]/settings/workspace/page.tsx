import type { Metadata } from "next";
import { read } from "#app/_trpc/server.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { t } from "../_settings/words.ts";
import { sayExample } from "../working-time/_hours/in-words.ts";
import { WorkspaceForm } from "./workspace-form.tsx";

export const metadata: Metadata = { title: t("workspace") };

export default async function WorkspaceSettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { settings, working } = await read(async (api) => ({
    settings: await api.workspace.settings({ workspace }),
    working: await api.workingTime.list({ workspace }),
  }));
  const timeZones = [...new Set(["UTC", settings.timezone, ...Intl.supportedValuesOf("timeZone")])].sort();
  return (
    <SettingsPage workspace={workspace} section="workspace">
      {() => (
        <WorkspaceForm
          workspace={workspace}
          settings={settings}
          example={sayExample(working.workspace)}
          timeZones={timeZones}
        />
      )}
    </SettingsPage>
  );
}
