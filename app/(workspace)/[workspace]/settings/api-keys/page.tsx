import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { t } from "../_settings/words.ts";
import { CreateKeyForm } from "./create-key-form.tsx";
import { KeyTable } from "./key-table.tsx";

export const generateMetadata = (): Metadata => ({ title: t("apiKeys") });

export default withWords(["settings"], ApiKeysPage);

async function ApiKeysPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return (
    <SettingsPage
      workspace={workspace}
      section="apiKeys"
      status={
        <>
          {t("keysStatus")} <TextLink href="/api/v1/openapi.json">{t("keysDocs")}</TextLink>
        </>
      }
    >
      {() => <Keys workspace={workspace} />}
    </SettingsPage>
  );
}

async function Keys({ workspace }: { workspace: string }) {
  const frame = await frameOf(workspace);
  const keys = await read((api) => api.workspace.apiKeys({ workspace }));
  return (
    <>
      <div className="mt-6">
        <CreateKeyForm workspace={workspace} />
      </div>
      <KeyTable workspace={workspace} keys={keys} timeZone={frame.workspace.timezone} />
    </>
  );
}
