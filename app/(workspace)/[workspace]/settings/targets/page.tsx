import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { TrendDrawing } from "#app/(workspace)/_nps/trend-drawing.tsx";
import { frameOf } from "../../_frame/frame.ts";
import { words } from "../../_targets/say.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { SetTargetDialog } from "./set-target-dialog.tsx";
import { TargetArticle } from "./target-article.tsx";

const t = words();
export const generateMetadata = (): Metadata => ({ title: t("title") });

type Props = { params: Promise<{ workspace: string }> };

export default withWords(["settings", "targets"], TargetsPage);

/** Every target with how it stands, its outcomes and its change log; managers set, change and end them. */
async function TargetsPage({ params }: Props) {
  const { workspace } = await params;
  return (
    <SettingsPage
      workspace={workspace}
      section="targets"
      status={
        <>
          {t("status")} <TextLink href={`/${workspace}/dashboard`}>{t("toDashboard")}</TextLink>
        </>
      }
    >
      {() => <Targets workspace={workspace} />}
    </SettingsPage>
  );
}

export type Found = Awaited<ReturnType<typeof import("#server/target/queries.ts")["listTargets"]>>;

async function Targets({ workspace }: { workspace: string }) {
  const { member } = await frameOf(workspace);
  const found = await read((api) => api.target.list({ workspace }));
  const manages = member.role === "admin" || member.role === "manager";
  const set = manages && (
    <SetTargetDialog workspace={workspace} teams={found.teams} members={found.members} />
  );
  if (found.targets.length === 0) {
    return (
      <EmptyState title={t("empty.title")} actions={set} drawing={<TrendDrawing />}>
        {t(manages ? "empty.text" : "empty.viewer")}
      </EmptyState>
    );
  }
  return (
    <>
      <LiveRefresh kinds={["responses", "cases"]} />
      {set && <div className="mt-6">{set}</div>}
      {groupsOf(found).map(({ title, targets }) => (
        <Section key={title ?? ""} title={title} space="air">
          {targets.map((target) => (
            <TargetArticle
              key={target.id}
              workspace={workspace}
              target={target}
              members={found.members}
              timezone={found.timezone}
              manages={manages}
            />
          ))}
        </Section>
      ))}
    </>
  );
}

/** Those that hold or will, those whose days are over, and those somebody ended. */
function groupsOf({ targets, today }: Found) {
  const isOver = ({ toDay }: Found["targets"][number]) => toDay !== null && toDay < today;
  const running = targets.filter((target) => !target.endedOn && !isOver(target));
  const over = targets.filter((target) => !target.endedOn && isOver(target));
  const ended = targets.filter((target) => target.endedOn);
  return [
    { title: t("running"), targets: running },
    { title: t("past"), targets: over },
    { title: t("ended"), targets: ended },
  ].filter((group) => group.targets.length > 0);
}
