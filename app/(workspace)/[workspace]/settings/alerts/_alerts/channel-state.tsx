import { LinkButton } from "#app/_ui/link-button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { formatDateTime } from "#server/i18n/format.ts";
import { readersLanguage } from "#server/i18n/speech.ts";
import type { ListedChannel } from "./channel-article.tsx";
import { t } from "./words.ts";

type ChannelStateProps = {
  channel: ListedChannel;
  timezone: string;
  /** Where it gets a new address; null for whoever may not give it one. */
  href: string | null;
};

/** That a channel is off or about to be, why, and the way out; nothing while it works. */
export function ChannelState({ channel, timezone, href }: ChannelStateProps) {
  const { offAt, offBecause, offAnswer, failingSince } = channel;
  const when = (at: Date) => formatDateTime(at, readersLanguage(), timezone);
  if (offAt && offBecause) {
    const said = [
      t(`offBecause.${offBecause}`, { when: when(offAt) }),
      offAnswer && t("offAnswer", { answer: offAnswer }),
      t("offWay"),
    ];
    return (
      <div className="mt-3">
        <Notice
          tone="alarm"
          title={t("off")}
          actions={
            href && (
              <LinkButton size="small" href={href}>
                {t("giveAddress")}
              </LinkButton>
            )
          }
        >
          {said.filter(Boolean).join(" ")}
        </Notice>
      </div>
    );
  }
  if (!failingSince) return null;
  return (
    <div className="mt-3">
      <Notice tone="warn" title={t("failing")}>
        {t("failingText", { when: when(failingSince) })}
      </Notice>
    </div>
  );
}
