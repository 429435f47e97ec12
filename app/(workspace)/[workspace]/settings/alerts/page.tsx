import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { Section } from "#app/_ui/section.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { maySetChannels } from "#server/alert/rules.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { t as settings } from "../_settings/words.ts";
import { AlertList } from "./_alerts/alert-list.tsx";
import { ChannelArticle } from "./_alerts/channel-article.tsx";
import { t } from "./_alerts/words.ts";

export const generateMetadata = (): Metadata => ({ title: settings("alerts") });

export default withWords(["alerts"], AlertsPage);

/** A member's own alerts, and the chat channels with theirs. */
async function AlertsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return (
    <SettingsPage workspace={workspace} section="alerts" status={t("status")}>
      {() => <Alerts workspace={workspace} />}
    </SettingsPage>
  );
}

async function Alerts({ workspace }: { workspace: string }) {
  const { member, workspace: here } = await frameOf(workspace);
  const { alerts, channels } = await read(async (api) => ({
    alerts: await api.alert.list({ workspace }),
    channels: await api.chat.list({ workspace }),
  }));
  const home = `/${workspace}/settings/alerts`;
  const manages = maySetChannels(member.role);
  const mine = alerts.filter(({ channelId }) => channelId === null);
  return (
    <div className="max-w-3xl">
      <Section
        title={t("yours")}
        actions={
          <LinkButton variant="primary" href={`${home}/new`}>
            {t("new")}
          </LinkButton>
        }
      >
        {mine.length === 0 ? (
          <p className="border-t border-line py-4 text-muted">{t("none")}</p>
        ) : (
          <AlertList
            workspace={workspace}
            label={t("list")}
            alerts={mine}
            channel={null}
            timezone={here.timezone}
            mayChange
          />
        )}
      </Section>
      <Section
        title={t("channels")}
        space="rule"
        actions={manages && <LinkButton href={`${home}/channels/new`}>{t("addChannel")}</LinkButton>}
      >
        <p className="text-sm text-muted">{t(manages ? "channelsText" : "channelsAgent")}</p>
        {channels.length === 0 && <p className="mt-2">{t("noChannels")}</p>}
        {channels.map((channel) => (
          <ChannelArticle
            key={channel.id}
            workspace={workspace}
            channel={channel}
            alerts={alerts.filter(({ channelId }) => channelId === channel.id)}
            timezone={here.timezone}
            manages={manages}
          />
        ))}
      </Section>
    </div>
  );
}
