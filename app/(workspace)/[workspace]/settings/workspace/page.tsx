import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { t } from "../_settings/words.ts";
import { sayExample } from "../working-time/_hours/in-words.ts";
import { ValueForm } from "./value-form.tsx";
import { WorkspaceForm } from "./workspace-form.tsx";

export const generateMetadata = (): Metadata => ({ title: t("workspace") });

export default withWords(["settings"], WorkspaceSettingsPage);

async function WorkspaceSettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { settings, working, value } = await read(async (api) => ({
    settings: await api.workspace.settings({ workspace }),
    working: await api.workingTime.list({ workspace }),
    value: await api.case.value({ workspace }),
  }));
  const timeZones = [...new Set(["UTC", settings.timezone, ...Intl.supportedValuesOf("timeZone")])].sort();
  return (
    <SettingsPage workspace={workspace} section="workspace">
      {() => (
        <>
          <WorkspaceForm
            workspace={workspace}
            settings={settings}
            example={sayExample(working.workspace)}
            timeZones={timeZones}
          />
          <ValueForm workspace={workspace} value={value} />
        </>
      )}
    </SettingsPage>
  );
}
