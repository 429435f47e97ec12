import { formatDateTime } from "#server/i18n/format.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { lines, oneLine, quoted, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Quote, Rule, Small, Text } from "./text-parts.tsx";

export type CaseAlertProps = {
  /** Whose case it is; null only where `toldBy` says why it is told of. */
  assigneeName: string | null;
  /** Whether who reads it stands in for them. */
  covered?: boolean;
  /** The rule that wants a lead to be told of the case, which is not theirs. */
  toldBy?: string | null;
  /** Null: a customer without a name. */
  customerName: string | null;
  /** Null: the customer wrote without answering. */
  score: number | null;
  /** Whether it is a mail of the customer that it tells of; `comment` has its words. */
  wrote?: boolean;
  /** Whether the reader may answer the customer by replying to it. */
  mayReply?: boolean;
  /** What the customer answered to whether it is solved, where that brought the case back. */
  recovery?: "yes" | "partly" | "no" | null;
  comment: string | null;
  /** Whether no answer or mail opened it, but a colleague who noted what the customer said. */
  noted?: boolean;
  /** How the customer asked to be contacted, if at all. */
  contact: { by: "none" | "email" } | { by: "phone"; phone: string };
  /** When the first reply is due. Null: it has been given. */
  dueAt: Date | null;
  timeZone: string;
  workspaceName: string;
  /** The case's page. */
  url: string;
  locale: Locale;
};

/**
 * Tells a colleague, or who stands in for them, that a case is theirs, or a lead that there is one: what the customer answered, in the customer's words, and by when
 * to reply.
 * @throws when the link does not begin with http or https.
 */
export async function renderCaseAlertMail(props: CaseAlertProps): Promise<MailParts> {
  const { locale, dueAt } = props;
  const t = translator(locale, "mail");
  const customer = oneLine(props.customerName ?? "") || t("caseNoCustomer");
  const comment = lines(props.comment ?? "").trim();
  const due = dueAt && t("caseDue", { time: formatDateTime(dueAt, locale, props.timeZone) });
  const { whose, why } = addressedTo(props);
  const task = [whose, wishOf(props), due].filter(Boolean).join(" ");
  const url = webLink(props.url);
  const replyHere = props.mayReply ? t("caseReplyHere", { customer }) : null;
  const { title, subject: forOwner } = headingsOf(props, customer);
  const subject = props.covered || props.toldBy ? title : forOwner;
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={oneLine(comment) || task}>
        <Heading>{title}</Heading>
        {comment ? <Quote text={comment} /> : <Text>{t("caseNoComment")}</Text>}
        <Text>{task}</Text>
        <Button href={url}>{t("caseButton")}</Button>
        {replyHere && <Text>{replyHere}</Text>}
        <Rule />
        <Small>{why}</Small>
      </Layout>
    ),
    text: [
      title,
      comment ? quoted(comment) : t("caseNoComment"),
      task,
      `${t("caseButton")}:\n${url}`,
      replyHere,
      `-- \n${why}`,
    ],
  });
}

/** Whose case it is, and why one is told. */
function addressedTo(props: CaseAlertProps): { whose: string; why: string } {
  const t = translator(props.locale, "mail");
  const name = oneLine(props.assigneeName ?? "");
  const workspace = oneLine(props.workspaceName);
  if (props.toldBy)
    return {
      whose: name ? t("caseWith", { name }) : t("caseWithNobody"),
      why: t("caseToldWhy", { rule: oneLine(props.toldBy), workspace }),
    };
  return props.covered
    ? { whose: t("caseCovered", { name }), why: t("caseCoveredWhy", { name, workspace }) }
    : { whose: t("caseYours", { name }), why: t("caseWhy", { workspace }) };
}

function headingsOf({ locale, score, recovery, noted, wrote }: CaseAlertProps, customer: string) {
  const t = translator(locale, "mail");
  if (wrote) return { title: t("caseTitleMail", { customer }), subject: t("caseSubjectMail", { customer }) };
  if (recovery) {
    const answer = translator(locale, "answer")(recoveryNames[recovery]);
    return {
      title: t("caseTitleRecovery", { customer, answer }),
      subject: t("caseSubjectRecovery", { customer, answer }),
    };
  }
  if (noted)
    return { title: t("caseTitleNoted", { customer }), subject: t("caseSubjectNoted", { customer }) };
  if (score === null)
    return { title: t("caseTitleWrote", { customer }), subject: t("caseSubjectWrote", { customer }) };
  return { title: t("caseTitle", { customer, score }), subject: t("caseSubject", { customer, score }) };
}

const recoveryNames = { yes: "checkYes", partly: "checkPartly", no: "checkNo" } as const;

function wishOf({ contact, locale }: CaseAlertProps): string | null {
  const t = translator(locale, "mail");
  if (contact.by === "phone") return t("caseCall", { phone: oneLine(contact.phone) });
  return contact.by === "email" ? t("caseWrite") : null;
}
