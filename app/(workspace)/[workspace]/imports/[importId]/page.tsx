import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { withWords } from "#app/_i18n/with-words.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { frameOf } from "../../_frame/frame.ts";
import { type Step, Steps } from "../steps.tsx";
import { t } from "../words.ts";
import { CheckStep } from "./check-step.tsx";
import { FailedStep } from "./failed-step.tsx";
import { MatchStep } from "./match-step.tsx";
import { Report } from "./report.tsx";
import { RunningStep } from "./running-step.tsx";

export const generateMetadata = (): Metadata => ({ title: t("title") });

export default withWords(["imports", "legal"], ImportPage);

/** One file on its way in: match its columns, check its rows, watch it, read what became of it. */
async function ImportPage({ params, searchParams }: PageProps<"/[workspace]/imports/[importId]">) {
  const { workspace, importId } = await params;
  if (!z.uuid().safeParse(importId).success) notFound();
  const { member } = await frameOf(workspace);
  if (member.role === "viewer" || member.role === "agent") {
    return <PageHeader title={t("title")} status={t("forbidden")} />;
  }
  const found = await read((api) => api.import.get({ workspace, importId }));
  const asked = (await searchParams).step;
  const begun = found.state === "running" || found.state === "done" || (found.state === "failed" && !asked);
  const step: Step = begun ? "import" : asked === "check" ? "check" : "match";

  return (
    <>
      <LiveRefresh kinds={["imports"]} />
      <PageHeader
        back={<TextLink href={`/${workspace}/imports`}>{t("back")}</TextLink>}
        title={found.fileName}
        status={t(`kinds.${found.kind}`)}
      />
      <Steps workspace={workspace} importId={importId} current={step} />
      <div className="mt-6">
        {step === "match" && <MatchStep workspace={workspace} found={found} />}
        {step === "check" && <CheckStep workspace={workspace} found={found} />}
        {begun && found.state === "running" && <RunningStep found={found} />}
        {begun && found.state === "failed" && <FailedStep workspace={workspace} found={found} />}
        {begun && found.state === "done" && <Report workspace={workspace} found={found} />}
      </div>
    </>
  );
}
