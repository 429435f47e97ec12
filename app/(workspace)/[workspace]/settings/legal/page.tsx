import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { Section } from "#app/_ui/section.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { t } from "../../_legal/words.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { DefaultsForm } from "./defaults-form.tsx";
import { RuleForm } from "./rule-form.tsx";

export const generateMetadata = (): Metadata => ({ title: t("title") });

export default withWords(["legal", "settings"], LegalPage);

/** On what ground customers are asked, and what each country accepts. */
async function LegalPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return (
    <SettingsPage workspace={workspace} section="legal" status={t("status")}>
      {() => <Legal workspace={workspace} />}
    </SettingsPage>
  );
}

async function Legal({ workspace }: { workspace: string }) {
  const { workspace: place } = await frameOf(workspace);
  const { ground, country, rules } = await read((api) => api.legal.get({ workspace }));
  return (
    <>
      <Section title={t("defaults")}>
        <DefaultsForm workspace={workspace} ground={ground} country={country} />
      </Section>
      <Section title={t("rules")} space="rule">
        <p className="max-w-[66ch] text-muted">{t("rulesText")}</p>
        <div className="grid gap-x-12 lg:grid-cols-2">
          {rules.map((rule) => (
            <RuleForm key={rule.country} workspace={workspace} rule={rule} timezone={place.timezone} />
          ))}
        </div>
      </Section>
    </>
  );
}
