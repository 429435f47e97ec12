import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { oneLine, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Small, Text } from "./text-parts.tsx";

export type PasswordResetProps = {
  name: string | null;
  email: string;
  url: string;
  /** How long the link works. */
  minutes: number;
  locale: Locale;
};

/**
 * The link for choosing a new password.
 * @throws when the link does not begin with http or https.
 */
export async function renderPasswordResetMail(props: PasswordResetProps): Promise<MailParts> {
  const { locale, minutes } = props;
  const t = translator(locale, "mail");
  const name = oneLine(props.name ?? "");
  const greeting = name ? t("greeting", { name }) : t("greetingNoName");
  const asked = t("resetText", { email: oneLine(props.email) });
  const valid = t("resetValid", { minutes });
  const url = webLink(props.url);
  const subject = t("resetSubject");
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={valid}>
        <Heading>{t("resetTitle")}</Heading>
        <Text>{greeting}</Text>
        <Text>{asked}</Text>
        <Button href={url}>{t("resetButton")}</Button>
        <Small>{valid}</Small>
        <Small>{t("resetNotYou")}</Small>
      </Layout>
    ),
    text: [greeting, asked, `${t("resetButton")}:\n${url}`, valid, t("resetNotYou")],
  });
}
