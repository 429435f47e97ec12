import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { AlertForm } from "../_alerts/alert-form.tsx";
import { FormPage } from "../_alerts/form-page.tsx";
import { t } from "../_alerts/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("changeTitle") });

export default withWords(["alerts"], ChangeAlertPage);

/** Changes an alert. */
async function ChangeAlertPage({ params }: PageProps<"/[workspace]/settings/alerts/[alertId]">) {
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
