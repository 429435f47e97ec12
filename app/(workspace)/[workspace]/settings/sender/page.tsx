import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { Notice } from "#app/_ui/notice.tsx";
import { Section } from "#app/_ui/section.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { formatDateTime } from "#server/i18n/format.ts";
import { readersLanguage } from "#server/i18n/speech.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { t } from "../_settings/words.ts";
import { AddDomainForm } from "./add-domain-form.tsx";
import { DomainRecords } from "./domain-records.tsx";
import { PersonalSender } from "./personal-sender.tsx";

export const generateMetadata = (): Metadata => ({ title: t("sender") });

export default withWords(["settings"], SenderPage);

/** Where mail to customers comes from, and the way to an own domain. */
async function SenderPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return (
    <SettingsPage workspace={workspace} section="sender" status={t("senderStatus")}>
      {() => <Sender workspace={workspace} />}
    </SettingsPage>
  );
}

async function Sender({ workspace }: { workspace: string }) {
  const { workspace: place } = await frameOf(workspace);
  const { domain, platformAddress, personalSender } = await read((api) =>
    api.sendingDomain.get({ workspace }),
  );
  const own = domain?.verifiedAt ? domain.fromAddress : null;
  return (
    <>
      <LiveRefresh kinds={["domains"]} />
      <div className="mt-6 max-w-3xl">
        <Notice
          tone={own ? "ok" : domain?.lostAt ? "warn" : "info"}
          title={`${t("senderNow")} ${own ?? platformAddress}`}
        >
          {own
            ? t("senderOwn")
            : domain?.lostAt
              ? t("senderLost", {
                  domain: domain.domain,
                  when: formatDateTime(domain.lostAt, readersLanguage(), place.timezone),
                })
              : domain
                ? t("senderWaiting", { domain: domain.domain })
                : t("senderPlatform")}
        </Notice>
      </div>
      {domain ? (
        <DomainRecords workspace={workspace} domain={domain} timezone={place.timezone} />
      ) : (
        <Section title={t("domainTitle")}>
          <p className="mb-5 max-w-xl text-muted">{t("domainText")}</p>
          <AddDomainForm workspace={workspace} />
        </Section>
      )}
      <Section title={t("personalTitle")}>
        <PersonalSender workspace={workspace} company={place.name} on={personalSender} />
      </Section>
    </>
  );
}
