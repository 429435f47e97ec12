import { demonstrationAllowed } from "#app/_home/demonstration.ts";
import { DemonstrationForm } from "#app/_home/demonstration-form.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { pageContext } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { TrendDrawing } from "#app/(workspace)/_nps/trend-drawing.tsx";
import { words } from "./words.ts";

/** The dashboard before the first answer: what will stand here, the three steps to it, and a made-up company to look at. */
export async function FirstSteps({ workspace }: { workspace: string }) {
  const t = words();
  const { rt } = await pageContext();
  const steps = [
    { href: `/${workspace}/contacts`, label: t("empty.contacts") },
    { href: `/${workspace}/imports`, label: t("empty.history") },
    { href: `/${workspace}/campaigns`, label: t("empty.campaign") },
  ];
  return (
    <>
      <LiveRefresh kinds={["responses"]} />
      <PageHeader title={t("title")} />
      <EmptyState
        title={t("empty.title")}
        drawing={<TrendDrawing />}
        actions={
          demonstrationAllowed(rt.env) && (
            <div className="grid gap-2">
              <DemonstrationForm label={t("empty.sample")} pendingLabel={t("empty.sampleLoading")} />
              <p className="max-w-[58ch] text-sm text-muted">{t("empty.sampleHint")}</p>
            </div>
          )
        }
      >
        <p>{t("empty.text")}</p>
        <ol className="mt-3 grid list-decimal gap-1 pl-5">
          {steps.map(({ href, label }) => (
            <li key={href}>
              <TextLink href={href}>{label}</TextLink>
            </li>
          ))}
        </ol>
      </EmptyState>
    </>
  );
}
