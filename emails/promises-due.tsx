import { formatDays } from "#server/i18n/format.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { oneLine, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Rule, Small, Subheading, Text, TextLink } from "./text-parts.tsx";

type DuePromise = {
  text: string;
  /** Null: a customer without a name. */
  customerName: string | null;
  /** How it stands on the day of the mail, and its day (YYYY-MM-DD). */
  standing: { kind: "ahead" | "overdue"; days: number } | { kind: "today" };
  dueOn: string;
  /** The colleague who is away, when it is theirs. */
  insteadOf: string | null;
  /** The case's page. */
  url: string;
};

export type PromisesDueProps = {
  /** The longest due first; one at least. */
  promises: readonly DuePromise[];
  workspaceName: string;
  /** The list of what was promised. */
  url: string;
  locale: Locale;
};

/**
 * Tells a colleague in the morning what they promised and is due.
 * @throws when a link does not begin with http or https.
 */
export async function renderPromisesDueMail(props: PromisesDueProps): Promise<MailParts> {
  const { locale } = props;
  const t = translator(locale, "mail");
  const items = props.promises.map((one) => said(one, locale));
  const subject = t("casePromises", { n: items.length, customer: items[0]!.customer });
  const why = t("casePromisesWhy", { workspace: oneLine(props.workspaceName) });
  const url = webLink(props.url);
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={items[0]!.text}>
        <Heading>{subject}</Heading>
        {items.map((one, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, to a string
          <div key={place}>
            <Subheading>{one.customer}</Subheading>
            <Text space="0 0 4px 0">{one.text}</Text>
            <Text>
              {one.when} <TextLink href={one.url}>{t("caseButton")}</TextLink>
            </Text>
          </div>
        ))}
        <Button href={url}>{t("casePromisesButton")}</Button>
        <Rule />
        <Small>{why}</Small>
      </Layout>
    ),
    text: [
      subject,
      ...items.map((one) => `${one.customer}\n${one.text}\n${one.when}\n${one.url}`),
      `${t("casePromisesButton")}:\n${url}`,
      `-- \n${why}`,
    ],
  });
}

function said({ text, customerName, standing, dueOn, insteadOf, url }: DuePromise, locale: Locale) {
  const t = translator(locale, "mail");
  const when =
    standing.kind === "today"
      ? t("casePromiseToday")
      : standing.kind === "overdue"
        ? t("casePromiseOverdue", { n: standing.days })
        : t("casePromiseOn", { date: formatDays(dueOn, dueOn, locale) });
  const covered = insteadOf ? ` ${t("caseCovered", { name: oneLine(insteadOf) })}` : "";
  return {
    customer: oneLine(customerName ?? "") || t("caseNoCustomer"),
    text: oneLine(text),
    when: `${when}${covered}`,
    url: webLink(url),
  };
}
