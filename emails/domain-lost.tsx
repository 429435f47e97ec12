import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { oneLine, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Small, Text } from "./text-parts.tsx";

export type DomainLostProps = { domain: string; workspaceName: string; url: string; locale: Locale };

/**
 * Tells that the DNS records of a sender domain are missing or wrong, what that means and where to look.
 * @throws when the link does not begin with http or https.
 */
export async function renderDomainLostMail(props: DomainLostProps): Promise<MailParts> {
  const { locale } = props;
  const t = translator(locale, "mail");
  const domain = oneLine(props.domain);
  const workspace = oneLine(props.workspaceName);
  const url = webLink(props.url);
  const subject = t("domainSubject", { domain });
  const text = t("domainText", { domain });
  const why = t("domainWhy", { workspace });
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={text}>
        <Heading>{t("domainTitle", { domain })}</Heading>
        <Text>{text}</Text>
        <Button href={url}>{t("domainButton")}</Button>
        <Small>{why}</Small>
      </Layout>
    ),
    text: [t("domainTitle", { domain }), text, `${t("domainButton")}:\n${url}`, why],
  });
}
