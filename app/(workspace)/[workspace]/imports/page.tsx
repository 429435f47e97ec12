import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Section } from "#app/_ui/section.tsx";
import { frameOf } from "../_frame/frame.ts";
import { History } from "./history.tsx";
import { Steps } from "./steps.tsx";
import { UploadForm } from "./upload-form.tsx";
import { t } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: t("title") });

export default withWords(["imports"], ImportsPage);

/** Where a file is chosen, and what was imported before. */
async function ImportsPage({ params, searchParams }: PageProps<"/[workspace]/imports">) {
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
      <Steps workspace={workspace} current="upload" />
      <UploadForm workspace={workspace} kind={kind === "responses" ? "responses" : "contacts"} />
      <Section title={t("history")} space="rule">
        <History workspace={workspace} timeZone={frame.workspace.timezone} imports={earlier} />
      </Section>
    </>
  );
}
