import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { ChannelForm } from "../../_alerts/channel-form.tsx";
import { FormPage } from "../../_alerts/form-page.tsx";
import { t } from "../../_alerts/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("changeChannelTitle") });

export default withWords(["alerts"], ChangeChannelPage);

/** Changes a chat channel, or gives one that is off a new address. */
async function ChangeChannelPage({ params }: PageProps<"/[workspace]/settings/alerts/channels/[channelId]">) {
  const { workspace, channelId } = await params;
  if (!z.uuid().safeParse(channelId).success) notFound();
  const channel = await read((api) => api.chat.get({ workspace, channelId }));
  return (
    <FormPage workspace={workspace} title={t("changeChannelTitle")}>
      <ChannelForm workspace={workspace} channel={channel} />
    </FormPage>
  );
}
