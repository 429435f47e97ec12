import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { GroupMark } from "#app/(workspace)/_nps/group-mark.tsx";
import type { PastCase } from "#server/case/past.ts";
import { groupOf } from "#server/nps/groups.ts";
import { words } from "../words.ts";
import { ContextCard } from "./context-card.tsx";
import { NextScore } from "./next-score.tsx";
import { PastCases } from "./past-cases.tsx";
import type { Recovery } from "./recovery.ts";
import type { FoundCase } from "./thread.tsx";

type CustomerPanelProps = {
  found: FoundCase;
  past: readonly PastCase[];
  next: Recovery["next"];
  workspace: string;
};

/** Who the customer is, every score they gave, and what was said and promised in their other cases, newest first. */
export function CustomerPanel({ found, past, next, workspace }: CustomerPanelProps) {
  const t = words();
  const { customer } = found;
  if (!customer) {
    return (
      <ContextCard title={t("customer")}>
        <p className="text-muted">{t("noCustomer")}</p>
      </ContextCard>
    );
  }
  const facts = [
    { term: t("email"), value: customer.email },
    { term: t("company"), value: customer.account },
    { term: t("language"), value: customer.locale },
    { term: t("employee"), value: customer.employee },
    ...Object.entries(customer.attributes).map(([term, value]) => ({ term, value })),
  ].filter((fact) => fact.value);

  return (
    <ContextCard title={t("customer")}>
      <KeyValueList items={facts} narrow />
      <p className="mt-3 text-sm">
        <TextLink href={`/${workspace}/contacts/${customer.id}`}>{t("openContact")}</TextLink>
      </p>
      <NextScore next={next} timeZone={found.workspace.timezone} />
      <Section title={t("earlier")}>
        {customer.history.length === 0 && <p className="text-sm text-muted">{t("noScore")}</p>}
        <ul className="grid gap-2">
          {customer.history.map((answer) => (
            <li key={answer.id} className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-baseline">
              <GroupMark
                group={groupOf(answer.score)}
                score={answer.score}
                label={t(`group.${groupOf(answer.score)}`)}
              />
              <span className="text-sm">
                <span className="text-muted">
                  <Moment at={answer.answeredAt} timeZone={found.workspace.timezone} style="date" />
                </span>
                {answer.comment && (
                  <span lang={answer.locale} className="line-clamp-2 font-serif">
                    {answer.comment}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <PastCases past={past} workspace={workspace} timeZone={found.workspace.timezone} />
    </ContextCard>
  );
}
