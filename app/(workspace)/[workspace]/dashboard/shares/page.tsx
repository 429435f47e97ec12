import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { AsTable } from "#app/_ui/as-table.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { filterOf, withQuery } from "#server/response/address.ts";
import { LockedSegment } from "#server/share/locked-segment.ts";
import { CreateShareDialog } from "./_shares/create-share-dialog.tsx";
import { sayLocked } from "./_shares/say-locked.ts";
import { maySeeShares } from "./_shares/share-action.tsx";
import { ShareRow } from "./_shares/share-row.tsx";
import { t } from "./_shares/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("title") });

/** What may stand in the address of a board (app/(public)/wall/_wall/options.ts). */
const options = [
  ["theme=dark", "theme"],
  ["night=21-7", "night"],
  ["rotate=30", "rotate"],
  ["refresh=15", "refresh"],
  ["period=30d", "period"],
  ["fit", "fit"],
] as const;

export default withWords(["share"], SharesPage);

/** The links by which people who are no members read figures; a new one locks what the address narrows to. */
async function SharesPage({ params, searchParams }: PageProps<"/[workspace]/dashboard/shares">) {
  const { workspace } = await params;
  const asked = LockedSegment.parse(await searchParams);
  const back = <TextLink href={withQuery(`/${workspace}/dashboard`, filterOf(asked))}>{t("back")}</TextLink>;
  if (!(await maySeeShares(workspace))) {
    return (
      <>
        <PageHeader back={back} title={t("title")} />
        <EmptyState title={t("notYours")}>{t("notYoursText")}</EmptyState>
      </>
    );
  }
  const [{ links, named }, preview] = await read((api) =>
    Promise.all([api.share.list({ workspace }), api.share.preview({ workspace, ...asked })]),
  );
  const create = (
    <CreateShareDialog
      workspace={workspace}
      locked={preview.words}
      filters={sayLocked(preview.locked, preview.named)}
    />
  );
  const [working, ended] = [links.filter(({ endedAt }) => !endedAt), links.filter(({ endedAt }) => endedAt)];
  return (
    <>
      <PageHeader
        back={back}
        title={t("title")}
        status={t("status")}
        actions={working.length > 0 && create}
      />
      {working.length === 0 ? (
        <EmptyState title={t("empty")} actions={create} drawing={<ListDrawing />}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <ul aria-label={t("title")} className="mt-6">
          {working.map((link) => (
            <ShareRow key={link.id} workspace={workspace} link={link} named={named} />
          ))}
        </ul>
      )}
      {working.some(({ kind }) => kind === "wallboard") && (
        <Section title={t("options")} space="rule">
          <p className="mb-2 max-w-[66ch] text-sm">{t("optionsText")}</p>
          <KeyValueList items={options.map(([term, key]) => ({ term, value: t(`option.${key}`) }))} />
        </Section>
      )}
      {ended.length > 0 && (
        <div className="mt-6">
          <AsTable show={t("endedLinks")}>
            <ul aria-label={t("endedLinks")} className="mt-2">
              {ended.map((link) => (
                <ShareRow key={link.id} workspace={workspace} link={link} named={named} />
              ))}
            </ul>
          </AsTable>
        </div>
      )}
    </>
  );
}
