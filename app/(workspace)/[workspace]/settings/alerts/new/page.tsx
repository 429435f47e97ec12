import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { AlertForm } from "../_alerts/alert-form.tsx";
import { FormPage } from "../_alerts/form-page.tsx";
import { t } from "../_alerts/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("new") });

export default withWords(["alerts"], NewAlertPage);

/** Sets up an alert by mail, or in the channel that the address names. */
async function NewAlertPage({ params, searchParams }: PageProps<"/[workspace]/settings/alerts/new">) {
  const { workspace } = await params;
  const wanted = z.object({ channel: z.uuid().optional() }).safeParse(await searchParams);
  if (!wanted.success) notFound();
  const { teams, channels } = await read((api) => api.alert.choices({ workspace }));
  const channel = channels.find(({ id }) => id === wanted.data.channel) ?? null;
  if (wanted.data.channel && !channel) notFound();
  return (
    <FormPage
      workspace={workspace}
      title={channel ? t("newTitleChannel", { channel: channel.name }) : t("newTitle")}
    >
      <AlertForm
        workspace={workspace}
        channel={channel}
        teams={teams}
        begin={{ kinds: ["new_case"], scope: "all", teamId: null, pace: "at_once", most: 10 }}
      />
    </FormPage>
  );
}
