import { LinkButton } from "#app/_ui/link-button.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import type { listAlerts } from "#server/alert/queries.ts";
import { EndAlert } from "./end-alert.tsx";
import { alertInWords } from "./in-words.ts";
import { t } from "./words.ts";

export type ListedAlert = Awaited<ReturnType<typeof listAlerts>>[number];

type AlertListProps = {
  workspace: string;
  label: string;
  alerts: readonly ListedAlert[];
  /** The name of the channel they are told in; null for one's own mail. */
  channel: string | null;
  timezone: string;
  mayChange: boolean;
};

/** Alerts as sentences, what became of each last, and what can be done. */
export function AlertList({ workspace, label, alerts, channel, timezone, mayChange }: AlertListProps) {
  return (
    <ul aria-label={label}>
      {alerts.map((alert) => {
        const name = alertInWords(alert, channel);
        return (
          <li
            key={alert.id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-t border-line py-4"
          >
            <div className="min-w-0 flex-1 basis-80">
              <p className="break-words">{name}</p>
              <p className="mt-1 text-sm text-muted">
                {alert.toldAt ? (
                  <>
                    {t("toldAt")} <Moment at={alert.toldAt} timeZone={timezone} />
                  </>
                ) : (
                  t("neverTold")
                )}
                {alert.waiting > 0 && ` · ${t("waiting", { n: alert.waiting })}`}
              </p>
            </div>
            {mayChange && (
              <div className="flex flex-wrap gap-2">
                <LinkButton
                  size="small"
                  href={`/${workspace}/settings/alerts/${alert.id}`}
                  aria-label={t("changeNamed", { name })}
                >
                  {t("change")}
                </LinkButton>
                <EndAlert workspace={workspace} alertId={alert.id} name={name} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
