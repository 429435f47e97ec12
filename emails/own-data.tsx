import { formatDate } from "#server/i18n/format.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { oneLine, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Small, Text } from "./text-parts.tsx";

export type OwnDataProps = {
  companyName: string;
  url: string;
  until: Date;
  timeZone: string;
  locale: Voice;
};

/**
 * The link to everything that a company keeps about the reader.
 * @throws when the link does not begin with http or https.
 */
export async function renderOwnDataMail(props: OwnDataProps): Promise<MailParts> {
  const { locale } = props;
  const t = translator(locale, "mail");
  const company = oneLine(props.companyName);
  const url = webLink(props.url);
  const subject = t("ownSubject", { company });
  const asked = t("ownAsked", { company });
  const until = t("ownUntil", { date: formatDate(props.until, locale, props.timeZone) });
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={asked}>
        <Heading>{subject}</Heading>
        <Text>{asked}</Text>
        <Button href={url}>{t("ownButton")}</Button>
        <Small>{until}</Small>
        <Small>{t("ownNotYou")}</Small>
      </Layout>
    ),
    text: [subject, asked, `${t("ownButton")}:\n${url}`, until, t("ownNotYou")],
  });
}
