import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { ChannelForm } from "../../_alerts/channel-form.tsx";
import { FormPage } from "../../_alerts/form-page.tsx";
import { t } from "../../_alerts/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("addTitle") });

export default withWords(["alerts"], AddChannelPage);

/** Adds a chat channel. */
async function AddChannelPage({ params }: PageProps<"/[workspace]/settings/alerts/channels/new">) {
  const { workspace } = await params;
  return (
    <FormPage workspace={workspace} title={t("addTitle")}>
      <ChannelForm workspace={workspace} />
    </FormPage>
  );
}
