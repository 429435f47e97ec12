import { dateText } from "#app/_i18n/format.ts";
import { Moment } from "#app/_ui/moment.tsx";
import { ChosenDrivers } from "#app/(workspace)/_nps/chosen-drivers.tsx";
import { CustomerQuote } from "#app/(workspace)/_nps/customer-quote.tsx";
import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import type { getCase } from "#server/case/queries.ts";
import { groupOf } from "#server/nps/groups.ts";
import type { listPromises } from "#server/promise/queries.ts";
import { CameBy } from "../came-by.tsx";
import { ContactWish } from "../contact-wish.tsx";
import { words } from "../words.ts";
import { CheckEntry } from "./check-entry.tsx";
import { EventLine } from "./event-line.tsx";
import type { HeldReply } from "./held-replies.tsx";
import { MessageArticle } from "./message-article.tsx";
import { type Check, momentsOf } from "./recovery.ts";
import { TakenIn } from "./taken-in.tsx";

export type FoundCase = Awaited<ReturnType<typeof getCase>>;

export type Promised = Awaited<ReturnType<typeof listPromises>>[number];

type ThreadProps = {
  found: FoundCase;
  promises: readonly Promised[];
  checks: Check[];
  name: string;
  held: HeldReply[];
  /** The case's address. */
  base: string;
};

/** The answer and everything said and done since, oldest first. */
export function Thread({ found, promises, checks, name, held, base }: ThreadProps) {
  const entries = [
    ...found.messages.map((message) => ({ at: message.at, key: message.id, message })),
    ...momentsOf(checks).map((moment) => ({ at: moment.at, key: moment.key, moment })),
    ...found.takenIn.map((one) => ({ at: one.answeredAt ?? one.openedAt, key: one.id, one })),
    ...found.events.map((event) => ({ at: event.at, key: event.id, event })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());

  return (
    <ol aria-label={words()("thread")} className="grid">
      <li>
        <Answer found={found} name={name} />
        <Origin found={found} />
      </li>
      {entries.map((entry) => (
        <li key={entry.key}>
          {"message" in entry ? (
            <MessageArticle
              message={entry.message}
              found={found}
              name={name}
              base={base}
              held={held.find(({ messageId }) => messageId === entry.message.id)}
            />
          ) : "one" in entry ? (
            <TakenIn one={entry.one} name={name} timeZone={found.workspace.timezone} />
          ) : "moment" in entry ? (
            <CheckEntry moment={entry.moment} found={found} name={name} />
          ) : (
            <EventLine event={entry.event} found={found} promises={promises} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Origin({ found: { case: one, origin, colleagues, workspace } }: { found: FoundCase }) {
  const t = words();
  if (!one.cameBy || !origin) return null;
  const who = colleagues.find(({ id }) => id === origin.notedBy)?.name ?? t("somebody");
  const how = t("came.noted", { way: t(`came.${one.cameBy}`), who });
  return (
    <article aria-label={how} className="grid gap-2 border-y border-line py-4">
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
        <CameBy way={one.cameBy} />
        <span>
          {how} · <Moment at={origin.notedAt} timeZone={workspace.timezone} />
        </span>
      </p>
      <CustomerQuote>{origin.said}</CustomerQuote>
    </article>
  );
}

function Answer({ found, name }: { found: FoundCase; name: string }) {
  const t = words();
  const { response, workspace, versions } = found;
  if (!response) return null;
  const group = groupOf(response.score);
  return (
    <article aria-label={t("answer", { name })} className="grid gap-2 border-y border-line py-4">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
        <GroupMark group={group} score={response.score} label={t(`group.${group}`)} />
        <span>
          {t("answered", { score: response.score })} ·{" "}
          <Moment at={response.answeredAt} timeZone={workspace.timezone} />
        </span>
      </p>
      {response.comment ? (
        <CustomerQuote lang={response.locale}>{response.comment}</CustomerQuote>
      ) : (
        <p className="text-muted">{t("noComment")}</p>
      )}
      <ChosenDrivers drivers={found.drivers} label={t("drivers")} />
      <ContactWish answer={response} />
      {versions.map((version) => (
        <p key={version.version} className="text-sm text-muted">
          {t("changedFrom", {
            score: version.score,
            when: dateText(version.givenAt, { dateStyle: "medium", timeZone: workspace.timezone }),
          })}
        </p>
      ))}
    </article>
  );
}
