import type { Metadata } from "next";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { Moment } from "#app/_ui/moment.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { frameOf } from "../_frame/frame.ts";
import { UploadForm } from "./upload-form.tsx";
import { t } from "./words.ts";

export const metadata: Metadata = { title: t("title") };

/** Where a file is chosen, and what was imported before. */
export default async function ImportsPage({ params, searchParams }: PageProps<"/[workspace]/imports">) {
  const { workspace } = await params;
  const { kind } = await searchParams;
  const frame = await frameOf(workspace);
  if (frame.member.role === "viewer" || frame.member.role === "agent") {
    return <PageHeader title={t("title")} status={t("forbidden")} />;
  }
  const earlier = await read((api) => api.import.list({ workspace }));
  return (
    <>
      <LiveRefresh kinds={["imports"]} />
      <PageHeader title={t("title")} status={t("status")} />
      <UploadForm workspace={workspace} kind={kind === "responses" ? "responses" : "contacts"} />
      <Section title={t("history")} space="rule">
        {earlier.length === 0 ? (
          <p className="text-muted">{t("empty")}</p>
        ) : (
          <Table caption={t("history")} dense>
            <thead>
              <tr>
                <Th>{t("file")}</Th>
                <Th>{t("kind")}</Th>
                <Th numeric>{t("rows")}</Th>
                <Th>{t("state")}</Th>
                <Th>{t("by")}</Th>
                <Th>{t("when")}</Th>
              </tr>
            </thead>
            <tbody>
              {earlier.map((one) => (
                <tr key={one.id}>
                  <Th scope="row">
                    <TextLink href={`/${workspace}/imports/${one.id}`}>{one.fileName}</TextLink>
                  </Th>
                  <Td>{t(`kinds.${one.kind}`)}</Td>
                  <Td numeric>{one.rowsTotal.toLocaleString("en")}</Td>
                  <Td>{t(`states.${one.state}`)}</Td>
                  <Td>{one.by}</Td>
                  <Td>
                    <Moment at={one.createdAt} timeZone={frame.workspace.timezone} />
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
    </>
  );
}
