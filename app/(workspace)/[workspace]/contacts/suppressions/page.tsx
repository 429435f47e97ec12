import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { Button } from "#app/_ui/button.tsx";
import { buttonClass } from "#app/_ui/button-class.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { PaginationLink } from "#app/_ui/pagination-link.tsx";
import { SearchInput } from "#app/_ui/search-input.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { ListSuppressions, suppressionReasons } from "#server/suppression/schema.ts";
import { frameOf } from "../../_frame/frame.ts";
import { managesContacts, t } from "../words.ts";
import { AddForm } from "./add-form.tsx";
import { SuppressionTable } from "./suppression-table.tsx";

export const generateMetadata = (): Metadata => ({ title: t("stops.title") });

export default withWords(["contacts"], SuppressionsPage);

/** The addresses that get no mail, or no surveys, and why. */
async function SuppressionsPage({ params, searchParams }: PageProps<"/[workspace]/contacts/suppressions">) {
  const { workspace } = await params;
  const asked = ListSuppressions.safeParse(await searchParams);
  const input = asked.data ?? ListSuppressions.parse({});
  const { member, workspace: place } = await frameOf(workspace);
  const { suppressions, counts, next } = await read((api) => api.suppression.list({ workspace, ...input }));
  const here = `/${workspace}/contacts/suppressions`;
  const manages = managesContacts(member.role);
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const narrowed = Boolean(input.q || input.reason);
  const query = { ...(input.q && { q: input.q }), ...(input.reason && { reason: input.reason }) };

  return (
    <>
      <LiveRefresh kinds={["contacts"]} />
      <PageHeader
        back={<TextLink href={`/${workspace}/contacts`}>{t("back")}</TextLink>}
        title={t("stops.title")}
        status={t(input.q ? "stops.found" : "stops.status", { n: total })}
        actions={
          manages &&
          total > 0 &&
          !input.q && (
            <a href={`${here}/export`} download className={buttonClass({})}>
              {t("stops.export")}
            </a>
          )
        }
      />
      <search>
        <form action={here} className="mt-6 mb-4 flex max-w-3xl flex-wrap gap-2">
          <SearchInput label={t("stops.search")} value={input.q} maxLength={254} className="max-w-80" />
          <Select name="reason" aria-label={t("stops.reason")} defaultValue={input.reason ?? ""}>
            <option value="">{t("stops.everyReason")}</option>
            {suppressionReasons.map((reason) => (
              <option key={reason} value={reason}>
                {t("stops.option", { reason: t(`stops.because.${reason}`), n: counts[reason] ?? 0 })}
              </option>
            ))}
          </Select>
          <Button type="submit">{t("find")}</Button>
          {narrowed && (
            <LinkButton href={here} variant="quiet">
              {t("all")}
            </LinkButton>
          )}
        </form>
      </search>
      {suppressions.length === 0 ? (
        <EmptyState title={t(narrowed ? "stops.notFound" : "stops.emptyTitle")} drawing={<ListDrawing />}>
          {t(narrowed ? "stops.notFoundText" : "stops.emptyText")}
        </EmptyState>
      ) : (
        <SuppressionTable
          workspace={workspace}
          suppressions={suppressions}
          timezone={place.timezone}
          manages={manages}
        />
      )}
      {next && (
        <div className="mt-4">
          <PaginationLink
            rel="next"
            label={t("stops.more")}
            href={`${here}?${new URLSearchParams({ ...query, cursor: next })}`}
          />
        </div>
      )}
      {manages && <AddForm workspace={workspace} />}
    </>
  );
}
