import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { Notice } from "#app/_ui/notice.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { t } from "../words.ts";
import { CheckStep } from "./check-step.tsx";
import { MatchStep } from "./match-step.tsx";
import { Report } from "./report.tsx";

export const metadata: Metadata = { title: t("title") };

/** One file on its way in: match its columns, check its rows, watch it, read what became of it. */
export default async function ImportPage({
  params,
  searchParams,
}: PageProps<"/[workspace]/imports/[importId]">) {
  const { workspace, importId } = await params;
  if (!z.uuid().safeParse(importId).success) notFound();
  const found = await read((api) => api.import.get({ workspace, importId }));
  const here = `/${workspace}/imports/${importId}`;
  const step =
    found.state !== "uploaded" ? "done" : (await searchParams).step === "check" ? "check" : "match";

  return (
    <>
      <LiveRefresh kinds={["imports"]} />
      <PageHeader
        back={<TextLink href={`/${workspace}/imports`}>{t("back")}</TextLink>}
        title={found.fileName}
        status={t(`kinds.${found.kind}`)}
      />
      {found.state === "uploaded" && (
        <div className="mt-6">
          <Tabs
            label={t("steps.label")}
            items={(["match", "check"] as const).map((one) => ({
              href: `${here}?step=${one}`,
              label: t(`steps.${one}`),
              current: one === step,
            }))}
          />
        </div>
      )}
      <div className="mt-6">
        {step === "match" && <MatchStep workspace={workspace} found={found} />}
        {step === "check" && <CheckStep workspace={workspace} found={found} />}
        {found.state === "running" && (
          <Notice title={t("running.title", { n: found.rowsTotal })} live>
            {t("running.text")}
          </Notice>
        )}
        {found.state === "failed" && (
          <Notice tone="alarm" title={t("failedTitle")}>
            {found.failure}
          </Notice>
        )}
        {found.state === "done" && <Report workspace={workspace} found={found} />}
      </div>
    </>
  );
}
