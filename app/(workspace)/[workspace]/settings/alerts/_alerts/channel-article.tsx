import { LinkButton } from "#app/_ui/link-button.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import type { listChannels } from "#server/chat/queries.ts";
import { AlertList, type ListedAlert } from "./alert-list.tsx";
import { answerInWords } from "./answer-in-words.ts";
import { ChannelState } from "./channel-state.tsx";
import { EndChannel } from "./end-channel.tsx";
import { SendTest } from "./send-test.tsx";
import { t } from "./words.ts";

export type ListedChannel = Awaited<ReturnType<typeof listChannels>>[number];

type ChannelArticleProps = {
  workspace: string;
  channel: ListedChannel;
  alerts: readonly ListedAlert[];
  timezone: string;
  manages: boolean;
};

/** One chat channel: how it stands with it, what it is told, and what can be done. */
export function ChannelArticle({ workspace, channel, alerts, timezone, manages }: ChannelArticleProps) {
  const { id, name, offAt, last } = channel;
  const home = `/${workspace}/settings/alerts`;
  const heading = `channel-${id}`;
  return (
    <article aria-labelledby={heading} className="mt-4 border-t border-line pt-4">
      <h3 id={heading} className="font-bold break-words">
        {name}
      </h3>
      <p className="mt-1 text-sm break-words text-muted">{factsOf(channel).join(" · ")}</p>
      {last && (
        <p className="mt-1 text-sm break-words text-muted">
          {t("lastAnswer")} {answerInWords(last)} · <Moment at={last.at} timeZone={timezone} />
        </p>
      )}
      <ChannelState channel={channel} timezone={timezone} href={manages ? `${home}/channels/${id}` : null} />
      {manages && (
        <div className="mt-3 flex flex-wrap gap-2">
          {!offAt && <SendTest workspace={workspace} channelId={id} name={name} />}
          <LinkButton size="small" href={`${home}/new?channel=${id}`} aria-label={t("newIn", { name })}>
            {t("newInShort")}
          </LinkButton>
          <LinkButton size="small" href={`${home}/channels/${id}`} aria-label={t("changeChannel", { name })}>
            {t("change")}
          </LinkButton>
          <EndChannel workspace={workspace} channelId={id} name={name} />
        </div>
      )}
      <div className="mt-4 sm:pl-6">
        {alerts.length === 0 ? (
          <p className="border-t border-line py-4 text-sm text-muted">{t("noneInChannel")}</p>
        ) : (
          <AlertList
            workspace={workspace}
            label={t("listChannel", { channel: name })}
            alerts={alerts}
            channel={name}
            timezone={timezone}
            mayChange={manages}
          />
        )}
      </div>
    </article>
  );
}

function factsOf({ shape, host, lastFour, saysWords, offAt, madeBy, changedAt, changedBy }: ListedChannel) {
  const place = { shape: t(`shapes.${shape}`), host, lastFour };
  return [
    offAt ? t("channelFactsOff", { shape: place.shape }) : t("channelFacts", place),
    t(saysWords ? "saysWords" : "saysNoWords"),
    t("madeBy", { name: madeBy ?? t("somebody") }),
    ...(changedAt ? [t("changedBy", { name: changedBy ?? t("somebody") })] : []),
  ];
}
