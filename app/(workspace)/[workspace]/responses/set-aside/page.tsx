import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { PaginationLink } from "#app/_ui/pagination-link.tsx";
import { ListProvisional } from "#server/evidence/schema.ts";
import { Views } from "../_views/views.tsx";
import { words } from "../words.ts";
import { ProvisionalRow } from "./provisional-row.tsx";

export const generateMetadata = (): Metadata => ({ title: words()("setAside.title") });

export default withWords(["responses"], SetAsidePage);

/** Numbers that links asked for and nobody sent: no figure has them, each says why, and a person may decide. */
async function SetAsidePage({ params, searchParams }: PageProps<"/[workspace]/responses/set-aside">) {
  const { workspace } = await params;
  const input = ListProvisional.parse(await searchParams);
  const { found, count, frame } = await read(async (api) => ({
    found: await api.evidence.listProvisional({ workspace, ...input }),
    count: await api.evidence.countProvisional({ workspace }),
    frame: await api.response.frame({ workspace }),
  }));
  const t = words();
  return (
    <>
      <LiveRefresh kinds={["responses"]} />
      <PageHeader title={t("title")} status={t("setAside.status")} />
      <Views workspace={workspace} current="setAside" setAside={count} />
      {found.answers.length === 0 ? (
        <EmptyState title={t("setAside.empty")} drawing={<ListDrawing />}>
          {t("setAside.emptyText")}
        </EmptyState>
      ) : (
        <ul aria-label={t("setAside.title")} className="mt-4">
          {found.answers.map((answer) => (
            <ProvisionalRow
              key={answer.invitationId}
              workspace={workspace}
              answer={answer}
              timeZone={frame.timezone}
            />
          ))}
        </ul>
      )}
      {found.next && (
        <div className="mt-4">
          <PaginationLink
            rel="next"
            label={t("older")}
            href={`/${workspace}/responses/set-aside?${new URLSearchParams({ cursor: found.next })}`}
          />
        </div>
      )}
    </>
  );
}
