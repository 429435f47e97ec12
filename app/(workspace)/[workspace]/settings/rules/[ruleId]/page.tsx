import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { Moment } from "#app/_ui/moment.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { Offered } from "#server/rule/list-offered.ts";
import type { Rule } from "#server/rule/queries.ts";
import { daysTried } from "#server/rule/recent-answers.ts";
import { frameOf } from "../../../_frame/frame.ts";
import type { Draft } from "../_rules/draft.ts";
import { RuleEditor } from "../_rules/rule-editor.tsx";
import { t } from "../_rules/words.ts";

export const generateMetadata = (): Metadata => ({ title: t("change") });

export default withWords(["rules"], RulePage);

/** Changes a rule, tries it and switches it on. */
async function RulePage({ params }: PageProps<"/[workspace]/settings/rules/[ruleId]">) {
  const { workspace, ruleId } = await params;
  const home = `/${workspace}/settings/rules`;
  const { member, workspace: here } = await frameOf(workspace);
  if (member.role !== "admin" && member.role !== "manager") redirect(home);
  if (!z.uuid().safeParse(ruleId).success) notFound();
  const { rule, offered, changes } = await read(async (api) => ({
    rule: await api.rule.get({ workspace, ruleId }),
    offered: await api.rule.offered({ workspace }),
    changes: await api.rule.changes({ workspace, ruleId }),
  }));
  const { name, version, onAt, offAt } = rule;
  return (
    <>
      <PageHeader
        back={<TextLink href={home}>{t("back")}</TextLink>}
        title={t("changeNamed", { name })}
        status={t(onAt ? "liveStatus" : "changeStatus")}
      />
      <RuleEditor
        key={version}
        workspace={workspace}
        offered={offered}
        begin={draftOf(rule, offered)}
        rule={{ ruleId, version, isOn: onAt !== null, wasOn: offAt !== null }}
        days={daysTried}
      />
      <Section title={t("history")} space="rule">
        <ol aria-label={t("history")} className="grid gap-1 text-sm text-muted">
          {changes.map(({ kind, at, by, version: place }) => (
            <li key={place}>
              {t("byName", { what: t(`changeKinds.${kind}`), name: by ?? t("system") })} ·{" "}
              <Moment at={at} timeZone={here.timezone} />
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function draftOf({ name, conditions, actions }: Rule, offered: Offered): Draft {
  const { dueHours, tagIds, templateId, people, ...rest } = actions;
  const here = (offers: readonly { value: string }[], id: string) => offers.some(({ value }) => value === id);
  return {
    ...rest,
    name,
    conditions: conditions.map((condition, place) => ({ ...condition, key: place + 1 })),
    people: people.filter((id) => here(offered.people, id)),
    dueHours: dueHours === null ? "" : String(dueHours),
    tags: tagIds.flatMap((id) => offered.tags.find(({ value }) => value === id)?.name ?? []),
    templateId: templateId && here(offered.templates, templateId) ? templateId : null,
  };
}
