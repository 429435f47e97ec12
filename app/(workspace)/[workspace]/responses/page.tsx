import type { Metadata } from "next";
import { AnswersHeld } from "#app/_live/answers-held.tsx";
import { LiveRefresh, LiveStatus } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { Chip } from "#app/_ui/chip.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { PaginationLink } from "#app/_ui/pagination-link.tsx";
import { AnswerRow } from "#app/(workspace)/_nps/answer-row.tsx";
import { ChosenDrivers } from "#app/(workspace)/_nps/chosen-drivers.tsx";
import { groupOf } from "#server/nps/groups.ts";
import { type Query, withQuery } from "#server/response/address.ts";
import { ListFilter, ListResponses } from "#server/response/schema.ts";
import { listOf } from "../_filter/address.ts";
import { MemberSegments } from "../_filter/member-segments.tsx";
import { Views } from "./_views/views.tsx";
import { ResponseFilters } from "./response-filters.tsx";
import { words } from "./words.ts";

export const metadata: Metadata = { title: words()("title") };

/** Everything customers said, newest first, narrowed by what stands in the address. */
export default async function ResponsesPage({ params, searchParams }: PageProps<"/[workspace]/responses">) {
  const { workspace } = await params;
  const input = ListResponses.parse(emptyDropped(await searchParams));
  const query = listOf(input);
  const narrowed = Object.values(query).some((value) => value !== undefined);
  const { found, newest, frame, choices, setAside } = await read(async (api) => ({
    found: await api.response.list({ workspace, ...input }),
    newest: await api.response.list({ workspace, ...input, cursor: undefined, limit: 1 }),
    frame: await api.response.frame({ workspace }),
    choices: await api.response.choices({ workspace }),
    setAside: await api.evidence.countProvisional({ workspace }),
  }));
  const t = words();
  const here = `/${workspace}/responses`;

  return (
    <>
      <LiveRefresh kinds={["responses"]} />
      <PageHeader
        title={t("title")}
        status={
          <>
            {t("status")} · <LiveStatus />
          </>
        }
      />
      <Views workspace={workspace} current="answers" setAside={setAside} />
      <ResponseFilters
        here={here}
        input={input}
        surveys={frame.surveys}
        choices={choices}
        saved={
          <MemberSegments
            workspace={workspace}
            here={here}
            query={query}
            filter={input}
            choices={choices}
            surveys={frame.surveys}
          />
        }
      />
      {found.responses.length === 0 ? (
        <EmptyState title={t("empty.title")} drawing={<ListDrawing />}>
          {t(narrowed ? "empty.text" : "empty.first")}
        </EmptyState>
      ) : (
        <AnswersHeld
          workspace={workspace}
          filter={ListFilter.parse(input)}
          newest={newest.responses[0]}
          first={input.cursor && withQuery(here, query)}
        >
          <ul aria-label={t("list")} className="mt-4">
            {found.responses.map((answer) => {
              const group = groupOf(answer.score);
              return (
                <AnswerRow
                  key={answer.id}
                  group={group}
                  groupLabel={t(`one.${group}`)}
                  score={answer.score}
                  name={answer.contactName ?? answer.contactEmail ?? t("anonymous")}
                  company={answer.accountName ?? undefined}
                  href={`${here}/${answer.id}`}
                  when={<Moment at={answer.answeredAt} timeZone={frame.timezone} />}
                  chip={chipOf(answer)}
                  comment={answer.comment ?? undefined}
                  commentLang={answer.locale}
                  drivers={
                    answer.drivers.length > 0 && (
                      <ChosenDrivers drivers={answer.drivers} label={t("drivers")} />
                    )
                  }
                  lines={3}
                />
              );
            })}
          </ul>
        </AnswersHeld>
      )}
      {found.next && (
        <div className="mt-4">
          <PaginationLink
            rel="next"
            label={t("older")}
            href={withQuery(here, query, { cursor: found.next })}
          />
        </div>
      )}
    </>
  );
}

function chipOf({ version, channel }: { version: number; channel: string }) {
  const t = words();
  if (channel === "link" || channel === "kiosk") return <Chip>{t("notInvited")}</Chip>;
  return version > 1 ? <Chip>{t("changed")}</Chip> : undefined;
}

const emptyDropped = (params: Query): Query =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ""));
