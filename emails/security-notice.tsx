import { formatDateTime } from "#server/i18n/format.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { oneLine, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Small, Text } from "./text-parts.tsx";

export type SecurityNoticeProps = {
  kind: keyof typeof titles;
  name: string;
  email: string;
  /** Which browser did it, "Firefox, Windows". */
  browser: string | null;
  at: Date;
  /** Where a new password is asked for. */
  url: string;
  locale: Locale;
};

/**
 * What changed about the way into an account, when and from which browser, and what to do if it was somebody else.
 * @throws when the link does not begin with http or https.
 */
export async function renderSecurityNoticeMail(props: SecurityNoticeProps): Promise<MailParts> {
  const { kind, locale } = props;
  const t = translator(locale, "mail");
  const url = webLink(props.url);
  const name = oneLine(props.name);
  const greeting = name ? t("greeting", { name }) : t("greetingNoName");
  const title = t(titles[kind]);
  const what = t(texts[kind], { email: oneLine(props.email) });
  const when = t("noticeWhen", { time: `${formatDateTime(props.at, locale, "UTC")} UTC` });
  const where = props.browser ? t("noticeWhere", { name: oneLine(props.browser) }) : null;
  const details = [when, where].filter((line) => line !== null);
  return renderMail({
    subject: title,
    page: (
      <Layout locale={locale} title={title} preheader={what}>
        <Heading>{title}</Heading>
        <Text>{greeting}</Text>
        <Text>{what}</Text>
        {details.map((line) => (
          <Small key={line}>{line}</Small>
        ))}
        <Text>{t("noticeNotYou")}</Text>
        <Button href={url}>{t("resetButton")}</Button>
      </Layout>
    ),
    text: [greeting, what, ...details, t("noticeNotYou"), `${t("resetButton")}:\n${url}`],
  });
}

const titles = {
  password_changed: "noticePasswordTitle",
  new_browser: "noticeBrowserTitle",
  factor_added: "noticeFactorAddedTitle",
  factor_removed: "noticeFactorRemovedTitle",
  codes_renewed: "noticeCodesRenewedTitle",
  code_used: "noticeCodeUsedTitle",
  passkey_added: "noticePasskeyAddedTitle",
  passkey_removed: "noticePasskeyRemovedTitle",
} as const;

const texts = {
  password_changed: "noticePasswordText",
  new_browser: "noticeBrowserText",
  factor_added: "noticeFactorAddedText",
  factor_removed: "noticeFactorRemovedText",
  codes_renewed: "noticeCodesRenewedText",
  code_used: "noticeCodeUsedText",
  passkey_added: "noticePasskeyAddedText",
  passkey_removed: "noticePasskeyRemovedText",
} as const;
