import type { Metadata } from "next";
import { ChannelForm } from "../../_alerts/channel-form.tsx";
import { FormPage } from "../../_alerts/form-page.tsx";
import { t } from "../../_alerts/words.ts";

export const metadata: Metadata = { title: t("addTitle") };

/** Adds a chat channel. */
export default async function AddChannelPage({
  params,
}: PageProps<"/[workspace]/settings/alerts/channels/new">) {
  const { workspace } = await params;
  return (
    <FormPage workspace={workspace} title={t("addTitle")}>
      <ChannelForm workspace={workspace} />
    </FormPage>
  );
}
