import { formatDate } from "#server/i18n/format.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { lines, quoted } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Quote, Rule, Small, Typed } from "./text-parts.tsx";

export type CaseReplyProps = {
  subject: string;
  /** What the colleague wrote, signature included. */
  text: string;
  /** What the customer answered, shown below the reply. Null: nothing to show. */
  answered: { score: number; comment: string | null; at: Date } | null;
  timeZone: string;
  locale: Voice;
};

/**
 * A colleague's reply to a customer: plain as a mail from one person to another, with the customer's own
 * words below it.
 */
export async function renderCaseReplyMail(props: CaseReplyProps): Promise<MailParts> {
  const { locale, subject, answered } = props;
  const t = translator(locale, "mail");
  const comment = lines(answered?.comment ?? "").trim();
  const said = answered && {
    date: formatDate(answered.at, locale, props.timeZone),
    score: answered.score,
  };
  const above = said && t(comment ? "replyAnswered" : "replyAnsweredOnly", said);
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={null} headed={false}>
        <Typed text={props.text} />
        {above && <Rule />}
        {above && <Small>{above}</Small>}
        {comment && <Quote text={comment} />}
      </Layout>
    ),
    text: [lines(props.text).trim(), above && [above, comment && quoted(comment)].filter(Boolean).join("\n")],
  });
}
