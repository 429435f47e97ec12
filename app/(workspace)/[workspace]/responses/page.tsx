import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { AnswersHeld } from "#app/_live/answers-held.tsx";
import { LiveRefresh, LiveStatus } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { type Query, withQuery } from "#server/response/address.ts";
import { attributeOf } from "#server/response/cuts.ts";
import { ListFilter, type Sort } from "#server/response/schema.ts";
import { MemberSegments } from "../_filter/member-segments.tsx";
import { frameOf } from "../_frame/frame.ts";
import { asSent } from "./_answer/sent.ts";
import { AnswerList } from "./_list/answer-list.tsx";
import { ExportForm } from "./_list/export-form.tsx";
import { AnswersView, answersQuery, askedOf } from "./_list/view.ts";
import { Views } from "./_views/views.tsx";
import { ResponseFilters } from "./response-filters.tsx";
import { mayOpenCases, words } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: words()("title") });

export default withWords(["cases", "filter", "responses"], ResponsesPage);

/** Everything customers said, newest first unless told, narrowed by what stands in the address. */
async function ResponsesPage({ params, searchParams }: PageProps<"/[workspace]/responses">) {
  const { workspace } = await params;
  const view = AnswersView.parse(emptyDropped(await searchParams));
  const { cursor: _, ...asked } = askedOf(view);
  const query = answersQuery(view);
  const { member } = await frameOf(workspace);
  const isTop = view.sort === "newest" && !view.cursor;
  const { found, newest, count, frame, choices, columns, setAside } = await read(async (api) => {
    const [found, others, count, frame, choices, columns, setAside] = await Promise.all([
      api.response.list({ workspace, ...askedOf(view) }),
      isTop ? null : api.response.list({ workspace, ...ListFilter.parse(asked), limit: 1 }),
      api.response.count({ workspace, ...asked }),
      api.response.frame({ workspace }),
      api.response.choices({ workspace }),
      api.response.columns({ workspace }),
      api.evidence.countProvisional({ workspace }),
    ]);
    const [newest] = (others ?? found).responses;
    return { found, newest, count, frame, choices, columns, setAside };
  });
  const t = words();
  const here = `/${workspace}/responses`;
  const isNarrowed = Object.values(answersQuery(asked)).some((value) => value !== undefined);

  return (
    <>
      <LiveRefresh kinds={["responses", "cases"]} />
      <PageHeader
        title={t("title")}
        status={
          <>
            {statusOf(count, view.sort)} · <LiveStatus />
          </>
        }
      />
      <Views
        workspace={workspace}
        current={view.view}
        setAside={setAside}
        table={withQuery(here, query, { view: undefined })}
        reading={withQuery(here, query, { view: "reading" })}
      />
      <ResponseFilters
        here={here}
        input={view}
        surveys={frame.surveys}
        choices={choices}
        saved={
          <MemberSegments
            workspace={workspace}
            here={here}
            query={query}
            filter={view}
            choices={choices}
            surveys={frame.surveys}
          />
        }
      />
      {found.responses.length === 0 ? (
        <EmptyState title={t("empty.title")} drawing={<ListDrawing />}>
          {t(isNarrowed ? "empty.text" : "empty.first")}
        </EmptyState>
      ) : (
        <AnswersHeld
          workspace={workspace}
          filter={ListFilter.parse(asked)}
          newest={newest}
          first={isTop ? undefined : withQuery(here, query, { sort: undefined })}
        >
          <AnswerList
            key={withQuery(here, query, { cursor: view.cursor })}
            workspace={workspace}
            view={view.view}
            input={asked}
            first={asSent({ rows: found.responses, next: found.next })}
            count={count}
            columns={columns}
            attributes={choices.flatMap(({ dimension }) => attributeOf(dimension) ?? [])}
            timeZone={frame.timezone}
            now={new Date().toISOString()}
            mayOpenCases={mayOpenCases(member.role)}
            older={found.next && withQuery(here, query, { cursor: found.next })}
          >
            <ExportForm here={here} query={answersQuery(asked)} />
          </AnswerList>
        </AnswersHeld>
      )}
    </>
  );
}

function statusOf(count: number | null, sort: Sort): string {
  const t = words();
  if (count === null) return t("status.many");
  return count === 0 ? t("status.none") : t(`status.${sort}`, { n: count });
}

const emptyDropped = (params: Query): Query =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ""));
