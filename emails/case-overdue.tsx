import { formatDateTime } from "#server/i18n/format.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { lines, oneLine, quoted, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Quote, Rule, Small, Text } from "./text-parts.tsx";

export type CaseOverdueProps = {
  /** Null: a customer without a name. */
  customerName: string | null;
  comment: string | null;
  /** When the answer was due. */
  dueAt: Date;
  /** Whose case it is; null: nobody's. */
  assigneeName: string | null;
  timeZone: string;
  workspaceName: string;
  /** Whether the reader may answer the customer by replying to it. */
  mayReply?: boolean;
  /** The case's page. */
  url: string;
  locale: Locale;
};

/**
 * Tells a lead that a customer should have had an answer: who, in the customer's words, since when and with whom.
 * @throws when the link does not begin with http or https.
 */
export async function renderCaseOverdueMail(props: CaseOverdueProps): Promise<MailParts> {
  const { locale, assigneeName } = props;
  const t = translator(locale, "mail");
  const customer = oneLine(props.customerName ?? "") || t("caseNoCustomer");
  const comment = lines(props.comment ?? "").trim();
  const time = formatDateTime(props.dueAt, locale, props.timeZone);
  const what = assigneeName
    ? t("caseOverdueWith", { time, name: oneLine(assigneeName) })
    : t("caseOverdueNobody", { time });
  const why = t("caseOverdueWhy", { workspace: oneLine(props.workspaceName) });
  const url = webLink(props.url);
  const replyHere = props.mayReply ? t("caseReplyHere", { customer }) : null;
  const subject = t("caseOverdue", { customer });
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={what}>
        <Heading>{subject}</Heading>
        {comment && <Quote text={comment} />}
        <Text>{what}</Text>
        <Button href={url}>{t("caseButton")}</Button>
        {replyHere && <Text>{replyHere}</Text>}
        <Rule />
        <Small>{why}</Small>
      </Layout>
    ),
    text: [
      subject,
      ...(comment ? [quoted(comment)] : []),
      what,
      `${t("caseButton")}:\n${url}`,
      replyHere,
      `-- \n${why}`,
    ],
  });
}
