import { TriangleAlert } from "lucide-react";
import { listText } from "#app/_i18n/format.ts";
import { Chip } from "#app/_ui/chip.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import type { assessRules } from "#server/rule/assess.ts";
import type { Offered } from "#server/rule/list-offered.ts";
import { EndRule } from "./end-rule.tsx";
import { MovableItem } from "./movable-item.tsx";
import { dayOf } from "./say-day.ts";
import { sentenceOf } from "./sentence.ts";
import { SwitchOff } from "./switch-off.tsx";
import { t } from "./words.ts";

type KnownRule = Awaited<ReturnType<typeof assessRules>>["rules"][number];

type RuleItemProps = {
  workspace: string;
  rule: KnownRule;
  offered: Offered;
  timezone: string;
  at: { place: number; of: number };
  manages: boolean;
};

/** One rule as a sentence, with how it fares, and what can be done with it. */
export function RuleItem({ workspace, rule, offered, timezone, at, manages }: RuleItemProps) {
  const { id: ruleId, name, version } = rule;
  const state = rule.onAt ? "on" : rule.offAt ? "off" : "draft";
  const tags = rule.actions.tagIds.flatMap(
    (id) => offered.tags.find(({ value }) => value === id)?.name ?? [],
  );
  const edit = `/${workspace}/settings/rules/${ruleId}`;
  return (
    <MovableItem workspace={workspace} rule={{ ruleId, name }} at={at} movable={manages}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b className="font-bold">{name}</b>
        <Chip tone={state === "on" ? "ok" : "plain"}>{t(`state.${state}`)}</Chip>
        <span className="text-sm text-muted">{since(rule, timezone)}</span>
      </p>
      <p className="mt-1 max-w-[66ch] break-words">
        {sentenceOf({ conditions: rule.conditions, actions: { ...rule.actions, tags } }, offered)}
      </p>
      <p className="mt-1 max-w-[66ch] text-sm text-muted">{fareInWords(rule)}</p>
      {rule.fare.coveredBy && (
        <p className="mt-1 flex max-w-[66ch] items-start gap-1.5 text-sm text-warn">
          <Icon of={TriangleAlert} className="mt-0.5" />
          {t("covered", { name: rule.fare.coveredBy })}
        </p>
      )}
      {manages && (
        <div className="mt-3 flex flex-wrap gap-2">
          <LinkButton
            size="small"
            href={edit}
            aria-label={t(rule.onAt ? "changeNamed" : "tryNamed", { name })}
          >
            {t(rule.onAt ? "change" : "try")}
          </LinkButton>
          {rule.onAt && <SwitchOff workspace={workspace} rule={{ ruleId, version, name }} />}
          <EndRule workspace={workspace} rule={{ ruleId, version, name }} />
        </div>
      )}
    </MovableItem>
  );
}

function since({ onAt, onBy, offAt, offBy, madeAt, madeBy }: KnownRule, timezone: string): string {
  const [what, by] = onAt
    ? [t("onSince", { day: dayOf(onAt, timezone) }), onBy]
    : offAt
      ? [t("offSince", { day: dayOf(offAt, timezone) }), offBy]
      : [t("madeOn", { day: dayOf(madeAt, timezone) }), madeBy];
  return by ? t("byName", { what, name: by }) : what;
}

function fareInWords({ onAt, fare }: KnownRule): string {
  const takes = t(onAt ? "takes" : "wouldTake", { n: fare.takes });
  if (fare.lost.length === 0) return takes;
  const lost = listText(fare.lost.map(({ name, n }) => t("lost", { n, name })));
  return `${takes} ${t("alone", { n: fare.fits })} ${lost}.`;
}
