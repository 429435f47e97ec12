import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { lines, oneLine, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Rule, Small, Typed } from "./text-parts.tsx";

export type CaseMentionProps = {
  /** Who wrote the note. */
  authorName: string;
  /** Null: a customer without a name. */
  customerName: string | null;
  note: string;
  workspaceName: string;
  /** The case's page. */
  url: string;
  locale: Locale;
};

/**
 * Tells a colleague that their name stands in a note, with the note.
 * @throws when the link does not begin with http or https.
 */
export async function renderCaseMentionMail(props: CaseMentionProps): Promise<MailParts> {
  const { locale } = props;
  const t = translator(locale, "mail");
  const name = oneLine(props.authorName);
  const title = t("caseMentionTitle", {
    name,
    customer: oneLine(props.customerName ?? "") || t("caseNoCustomer"),
  });
  const why = t("caseMentionWhy", { name, workspace: oneLine(props.workspaceName) });
  const note = lines(props.note).trim();
  const url = webLink(props.url);
  return renderMail({
    subject: title,
    page: (
      <Layout locale={locale} title={title} preheader={oneLine(note)}>
        <Heading>{title}</Heading>
        <Typed text={props.note} />
        <Button href={url}>{t("caseButton")}</Button>
        <Rule />
        <Small>{why}</Small>
      </Layout>
    ),
    text: [title, note, `${t("caseButton")}:\n${url}`, `-- \n${why}`],
  });
}
