import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { read } from "#app/_trpc/server.ts";
import { AlertForm } from "../_alerts/alert-form.tsx";
import { FormPage } from "../_alerts/form-page.tsx";
import { t } from "../_alerts/words.ts";

export const metadata: Metadata = { title: t("changeTitle") };

/** Changes an alert. */
export default async function ChangeAlertPage({
  params,
}: PageProps<"/[workspace]/settings/alerts/[alertId]">) {
  const { workspace, alertId } = await params;
  if (!z.uuid().safeParse(alertId).success) notFound();
  const { alert, teams, channels } = await read(async (api) => ({
    alert: await api.alert.get({ workspace, alertId }),
    ...(await api.alert.choices({ workspace })),
  }));
  const { kinds, scope, teamId, pace, most } = alert;
  return (
    <FormPage workspace={workspace} title={t("changeTitle")}>
      <AlertForm
        workspace={workspace}
        alertId={alertId}
        channel={channels.find(({ id }) => id === alert.channelId) ?? null}
        teams={teams}
        begin={{ kinds, scope, teamId, pace, most }}
      />
    </FormPage>
  );
}
