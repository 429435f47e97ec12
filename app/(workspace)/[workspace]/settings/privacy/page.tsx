import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { Section } from "#app/_ui/section.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { graceDays } from "#server/retention/rules.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { t as settings } from "../_settings/words.ts";
import { ContactForm } from "./contact-form.tsx";
import { Hold } from "./hold.tsx";
import { HoldDialog } from "./hold-dialog.tsx";
import { RetentionForm } from "./retention-form.tsx";
import { RunTable } from "./run-table.tsx";
import { t } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: settings("privacy") });

export default withWords(["privacy", "settings"], PrivacyPage);

/** Whom customers turn to about their data, and for how long which of it is kept. */
async function PrivacyPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return (
    <SettingsPage workspace={workspace} section="privacy" status={t("status")}>
      {() => <Privacy workspace={workspace} />}
    </SettingsPage>
  );
}

async function Privacy({ workspace }: { workspace: string }) {
  const { workspace: place } = await frameOf(workspace);
  const { contact, retention } = await read(async (api) => ({
    contact: await api.legal.dataProtection({ workspace }),
    retention: await api.retention.get({ workspace }),
  }));
  const { kinds, hold, runs } = retention;
  return (
    <>
      <Section title={t("contact")}>
        <p className="mb-4 max-w-[66ch] text-muted">{t("contactText")}</p>
        <ContactForm workspace={workspace} contact={contact} />
      </Section>
      <Section
        title={t("retention")}
        space="rule"
        actions={hold ? null : <HoldDialog workspace={workspace} />}
      >
        <p className="mb-4 max-w-[66ch] text-muted">{t("retentionText", { days: graceDays })}</p>
        {hold && <Hold workspace={workspace} hold={hold} timeZone={place.timezone} />}
        <RetentionForm
          key={kinds.map(({ months }) => months).join()}
          workspace={workspace}
          kinds={kinds}
          timeZone={place.timezone}
        />
      </Section>
      <Section title={t("runs")} space="rule">
        <RunTable runs={runs} />
      </Section>
    </>
  );
}
