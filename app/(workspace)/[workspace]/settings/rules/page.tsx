import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { frameOf } from "../../_frame/frame.ts";
import { SettingsPage } from "../_settings/settings-page.tsx";
import { RuleItem } from "./_rules/rule-item.tsx";
import { dayOf } from "./_rules/say-day.ts";
import { t } from "./_rules/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("title") });

export default withWords(["rules"], RulesPage);

/** Which answers open a case, in the order in which the rules are asked; managers change them. */
async function RulesPage({ params }: PageProps<"/[workspace]/settings/rules">) {
  const { workspace } = await params;
  return (
    <SettingsPage workspace={workspace} section="rules" status={t("status")}>
      {() => <Rules workspace={workspace} />}
    </SettingsPage>
  );
}

async function Rules({ workspace }: { workspace: string }) {
  const { member, workspace: here } = await frameOf(workspace);
  const { found, offered } = await read(async (api) => ({
    found: await api.rule.assessed({ workspace }),
    offered: await api.rule.offered({ workspace }),
  }));
  const manages = member.role === "admin" || member.role === "manager";
  const { rules, answers, since, days, most } = found;
  const seen = since
    ? t("seenNewest", { answers, most, since: dayOf(since, here.timezone) })
    : t("seen", { answers, days });
  return (
    <div className="max-w-3xl">
      <div className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="text-sm text-muted">
          {seen} {manages && rules.length > 1 && <span className="max-sm:hidden">{t("keysHint")}</span>}
        </p>
        {manages && (
          <LinkButton variant="primary" href={`/${workspace}/settings/rules/new`}>
            {t("new")}
          </LinkButton>
        )}
      </div>
      {rules.length === 0 ? (
        <EmptyState title={t("noRules")} drawing={<ListDrawing />}>
          {t("noRulesText")}
        </EmptyState>
      ) : (
        <ol aria-label={t("list")} className="mt-6 border-b border-line">
          {rules.map((rule, index) => (
            <RuleItem
              key={rule.id}
              workspace={workspace}
              rule={rule}
              offered={offered}
              timezone={here.timezone}
              at={{ place: index + 1, of: rules.length }}
              manages={manages}
            />
          ))}
        </ol>
      )}
      {answers > 0 && <Left left={found.left} />}
    </div>
  );
}

/** What falls through all rules; the unhappy among them are said aloud. */
function Left({
  left: { n, detractors, asked },
}: {
  left: { n: number; detractors: number; asked: number };
}) {
  if (detractors + asked === 0) return <p className="mt-6 text-sm text-muted">{t("left", { n })}</p>;
  return (
    <div className="mt-6">
      <Notice tone="warn" title={t("leftTitle")}>
        {t("left", { n })} {t("leftUnhappy", { detractors, asked })}
      </Notice>
    </div>
  );
}
