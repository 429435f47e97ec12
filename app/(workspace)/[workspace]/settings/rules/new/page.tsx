import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { daysTried } from "#server/rule/recent-answers.ts";
import { frameOf } from "../../../_frame/frame.ts";
import { emptyDraft } from "../_rules/draft.ts";
import { RuleEditor } from "../_rules/rule-editor.tsx";
import { t } from "../_rules/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("new") });

export default withWords(["rules"], NewRulePage);

/** Builds a new rule. */
async function NewRulePage({ params }: PageProps<"/[workspace]/settings/rules/new">) {
  const { workspace } = await params;
  const home = `/${workspace}/settings/rules`;
  const { member } = await frameOf(workspace);
  if (member.role !== "admin" && member.role !== "manager") redirect(home);
  const offered = await read((api) => api.rule.offered({ workspace }));
  return (
    <>
      <PageHeader
        back={<TextLink href={home}>{t("back")}</TextLink>}
        title={t("new")}
        status={t("newStatus")}
      />
      <RuleEditor workspace={workspace} offered={offered} begin={emptyDraft} rule={null} days={daysTried} />
    </>
  );
}
