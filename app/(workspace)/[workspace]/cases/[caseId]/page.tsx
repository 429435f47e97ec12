import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { withWords } from "#app/_i18n/with-words.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { pageContext, read } from "#app/_trpc/server.ts";
import { Notice } from "#app/_ui/notice.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { ListCases } from "#server/case/schema.ts";
import { cutShort } from "#server/case/urgency.ts";
import { withQuery } from "#server/response/address.ts";
import { sayAway } from "../../_absences/words.ts";
import { frameOf } from "../../_frame/frame.ts";
import { SnoozeAgain } from "../_act/snooze-again.tsx";
import { Panes } from "../_pane/panes.tsx";
import { QueuePane } from "../_pane/queue-pane.tsx";
import { readQueue } from "../_pane/read-queue.ts";
import { Promises } from "../_promise/promises.tsx";
import { selectionOf } from "../address.ts";
import { ClockChip } from "../clock-chip.tsx";
import { reasonInWords } from "../reason.ts";
import { words } from "../words.ts";
import { CaseActions } from "./case-actions.tsx";
import { CaseSheets } from "./case-sheets.tsx";
import { CaseTags } from "./case-tags.tsx";
import { Composer } from "./composer.tsx";
import { CustomerButton } from "./customer-button.tsx";
import { CustomerHint } from "./customer-hint.tsx";
import { CustomerPanel } from "./customer-panel.tsx";
import { heldOf } from "./held.ts";
import { laterTimes } from "./later-times.ts";
import { OtherOpen } from "./other-open.tsx";
import { PlannedCheck } from "./planned-check.tsx";
import { Presence } from "./presence.tsx";
import { askWhether, dayOf } from "./recovery.ts";
import { inLanguageOf, replyValues } from "./reply-values.ts";
import { SeeCase } from "./see-case.tsx";
import { type FoundCase, Thread } from "./thread.tsx";

export const generateMetadata = (): Metadata => ({ title: words()("title") });

export default withWords(["mails", "templates"], CasePage);

/** One dialogue: what the customer answered, everything said since, and the next step. */
async function CasePage({ params, searchParams }: PageProps<"/[workspace]/cases/[caseId]">) {
  const { workspace, caseId } = await params;
  if (!z.uuid().safeParse(caseId).success) notFound();
  const asked = ListCases.parse(await searchParams);
  const query = selectionOf(asked);
  const selection = ListCases.parse({ ...query, cursor: asked.cursor });
  const { found, heard, recovery, absences, draft, templates, suggested, queue, tags, promises, past } =
    await read(async (api) => ({
      found: await api.case.get({ workspace, caseId }),
      heard: await api.case.heard({ workspace, caseId }),
      tags: await api.case.tags({ workspace, caseId }),
      promises: await api.promise.ofCase({ workspace, caseId }),
      past: await api.case.past({ workspace, caseId }),
      recovery: await api.recovery.ofCase({ workspace, caseId }),
      absences: await api.absence.list({ workspace }),
      draft: await api.draft.find({ workspace, caseId }),
      templates: await api.template.list({ workspace }),
      suggested: await api.rule.templates({ workspace, caseId }),
      queue: await readQueue(api, { workspace, caseId, selection }),
    }));
  const { user } = await pageContext();
  const memberId = user?.id ?? "";
  const { role } = (await frameOf(workspace)).member;
  const t = words();
  const { customer } = found;
  const name = customer?.name ?? customer?.email ?? t("noName");
  const { timezone } = found.workspace;
  const now = new Date();
  const list = `/${workspace}/cases`;
  const { cursor } = queue;
  const at = (one: typeof queue.next) =>
    one && {
      ...{ id: one.id, name: one.name ?? t("noName") },
      href: withQuery(`${list}/${one.id}`, query, { cursor: one.cursor }),
    };
  const here = {
    id: caseId,
    name,
    ask: askWhether(recovery, name, timezone),
    list: withQuery(list, query, { cursor }),
    previous: at(queue.previous),
    next: at(queue.next),
  };
  const reason = {
    ...found.case,
    contactBy: found.response?.contactBy ?? null,
    promise: promises.find(({ endedAs }) => endedAs === null) ?? null,
  };
  const until = cutShort(found.case, now);
  const held = heldOf(found, memberId, now);
  const planned = recovery.checks.find(({ state }) => state.kind === "planned");

  const other = past.find(({ state }) => state !== "closed");
  const away = found.case.state === "closed" ? null : sayAway(found.case.assigneeId, absences);

  return (
    <CaseSheets>
      <LiveRefresh kinds={["cases", "responses"]} />
      <Panes
        name={t("pane.case")}
        queue={
          <QueuePane
            {...{ list, query, cursor, caseId, now }}
            view={selection.view}
            page={queue.page}
            timeZone={timezone}
          />
        }
      >
        <PageHeader
          back={
            <TextLink href={here.list} className="xl:hidden">
              {t("back")}
            </TextLink>
          }
          title={customer?.account ? `${name} · ${customer.account}` : name}
          status={
            <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <ClockChip one={found.case} now={now} />
              {found.case.state !== "closed" && <span>{reasonInWords(reason, now, timezone)}</span>}
              {away}
              <Presence workspace={workspace} caseId={caseId} />
              <SeeCase id={caseId} {...heard} />
            </span>
          }
          actions={
            !found.case.mergedInto && (
              <CaseActions here={here} state={found.case.state} assigneeId={found.case.assigneeId} />
            )
          }
        />
        <CustomerButton>
          <CustomerHint customer={customer} past={past} promises={promises} />
        </CustomerButton>
        <CaseTags one={{ id: caseId, name }} tags={tags} />
        {found.case.mergedInto ? (
          <div className="mt-4">
            <Notice title={t("merge.gone")}>
              <TextLink href={`${list}/${found.case.mergedInto}`}>{t("merge.goOn")}</TextLink>
            </Notice>
          </div>
        ) : (
          other &&
          found.case.state !== "closed" && <OtherOpen one={{ id: caseId, name }} otherId={other.id} />
        )}
        {until && <SnoozeAgain one={{ id: caseId, name }} until={until} />}
        {/* On a phone no boxes of their own, so that what is docked at the bottom stays there along the whole case. */}
        <div className="mt-6 grid gap-x-12 gap-y-8 phone:contents [--context:18rem] has-[[data-folded]]:[--context:auto]! lg:grid-cols-[minmax(0,1fr)_var(--context)] xl:gap-x-8 xl:[--context:15rem] 2xl:gap-x-12 2xl:[--context:18rem]">
          <div className="min-w-0 phone:contents">
            <div className="phone:mt-6">
              <Promises caseId={caseId} closed={found.case.state === "closed"} promises={promises} />
              <Thread
                found={found}
                promises={promises}
                checks={recovery.checks}
                name={name}
                held={held}
                base={`${list}/${caseId}`}
              />
              {planned && (
                <PlannedCheck
                  workspace={workspace}
                  caseId={caseId}
                  name={name}
                  date={dayOf(planned.dueAt, timezone)}
                />
              )}
            </div>
            {role !== "viewer" && !found.case.mergedInto && (
              <Composer
                workspace={workspace}
                caseId={caseId}
                memberId={memberId}
                name={name}
                address={customer?.email ?? null}
                closed={found.case.state === "closed"}
                saved={draft}
                newest={newestOf(found)}
                held={held}
                files={found.attachments.filter(({ messageId }) => messageId === null)}
                templates={inLanguageOf(found, templates)}
                suggested={inLanguageOf(found, suggested)[0] ?? null}
                promised={promises.map(({ text }) => text)}
                values={replyValues(found, user?.name ?? "")}
                ways={{
                  times: laterTimes(new Date(), timezone),
                  timezone,
                  ask: askWhether(recovery, name, timezone),
                }}
                colleagues={found.colleagues.filter(({ id }) => id !== memberId)}
              />
            )}
          </div>
          <CustomerPanel found={found} past={past} next={recovery.next} workspace={workspace} />
        </div>
      </Panes>
    </CaseSheets>
  );
}

/** Ids grow with time. */
const newestOf = ({ messages, events }: FoundCase) =>
  [...messages, ...events]
    .map(({ id }) => id)
    .sort()
    .at(-1) ?? null;
