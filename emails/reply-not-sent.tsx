import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { oneLine, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Rule, Small, Text } from "./text-parts.tsx";

export type ReplyNotSentProps = {
  /** Null: a customer without a name. */
  customerName: string | null;
  because: keyof typeof reasons;
  workspaceName: string;
  /** The case's page. */
  url: string;
  locale: Locale;
};

const reasons = {
  unverified: "caseNotSentUnverified",
  not_allowed: "caseNotSentNotAllowed",
  erased: "caseNotSentErased",
  empty: "caseNotSentEmpty",
  quoted: "caseNotSentQuoted",
  files: "caseNotSentFiles",
  closed: "caseNotSentClosed",
  newer: "caseNotSentNewer",
  refused: "caseNotSentRefused",
} as const;

/** With these, what was written waits in the case as a draft. */
const inDraft = new Set<keyof typeof reasons>(["quoted", "files", "closed", "newer", "refused"]);

/**
 * Tells a colleague that a reply written in their own mail program did not go to the customer, why, and what to do.
 * @throws when the link does not begin with http or https.
 */
export async function renderReplyNotSentMail(props: ReplyNotSentProps): Promise<MailParts> {
  const { locale, because } = props;
  const t = translator(locale, "mail");
  const customer = oneLine(props.customerName ?? "") || t("caseNoCustomer");
  const subject = t("caseNotSent", { customer });
  const why = t(reasons[because], { customer });
  const kept = inDraft.has(because) ? t("caseNotSentDraft") : null;
  const you = t("caseNotSentWhy", { workspace: oneLine(props.workspaceName) });
  const url = webLink(props.url);
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={why}>
        <Heading>{subject}</Heading>
        <Text>{why}</Text>
        {kept && <Text>{kept}</Text>}
        <Button href={url}>{t("caseButton")}</Button>
        <Rule />
        <Small>{you}</Small>
      </Layout>
    ),
    text: [subject, why, kept, `${t("caseButton")}:\n${url}`, `-- \n${you}`],
  });
}
