import type { Metadata } from "next";
import { read } from "#app/_trpc/server.ts";
import { buttonClass } from "#app/_ui/button-class.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { PaginationLink } from "#app/_ui/pagination-link.tsx";
import { frameOf } from "#app/(workspace)/[workspace]/_frame/frame.ts";
import { ListAudit } from "#server/audit/schema.ts";
import { withQuery } from "#server/response/address.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { t as settings } from "../_settings/words.ts";
import { AuditFilterForm } from "./audit-filter-form.tsx";
import { EntryList } from "./entry-list.tsx";
import { t } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: settings("audit") });

/** Who did what here, newest first. */
export default async function AuditPage({ params, searchParams }: PageProps<"/[workspace]/settings/audit">) {
  const { workspace } = await params;
  const asked = ListAudit.parse(await searchParams);
  return (
    <SettingsPage workspace={workspace} section="audit" status={t("status")}>
      {() => <Entries workspace={workspace} asked={asked} />}
    </SettingsPage>
  );
}

async function Entries({ workspace, asked }: { workspace: string; asked: ListAudit }) {
  const frame = await frameOf(workspace);
  const { entries, next, people } = await read((api) => api.audit.list({ workspace, ...asked }));
  const { cursor: _, ...filter } = asked;
  const narrowed = Object.values(filter).some(Boolean);
  const here = `/${workspace}/settings/audit`;
  return (
    <>
      <AuditFilterForm here={here} filter={filter} people={people} />
      {entries.length === 0 ? (
        <EmptyState title={t(narrowed ? "notFoundTitle" : "emptyTitle")} drawing={<ListDrawing />}>
          {t(narrowed ? "notFoundText" : "emptyText")}
        </EmptyState>
      ) : (
        <EntryList workspace={workspace} entries={entries} timeZone={frame.workspace.timezone} />
      )}
      <div className="mt-6 flex flex-wrap items-center gap-2">
        {next && (
          <PaginationLink rel="next" label={t("older")} href={withQuery(here, filter, { cursor: next })} />
        )}
        {entries.length > 0 && (
          <a href={withQuery(`${here}/export`, filter)} download className={buttonClass({})}>
            {t("export")}
          </a>
        )}
      </div>
      <p className="mt-6 max-w-[66ch] text-sm text-muted">{t("kept")}</p>
    </>
  );
}
