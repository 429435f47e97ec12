import { translator } from "#server/i18n/translate.ts";
import { oneLine, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import type { PasswordResetProps } from "./password-reset.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Small, Text } from "./text-parts.tsx";

/**
 * The link to sign up by, for an address that nobody has an account with.
 * @throws when the link does not begin with http or https.
 */
export async function renderSignUpLinkMail(props: Omit<PasswordResetProps, "name">): Promise<MailParts> {
  const { locale, minutes } = props;
  const t = translator(locale, "mail");
  const greeting = t("greetingNoName");
  const asked = t("signUpText", { email: oneLine(props.email) });
  const valid = t("resetValid", { minutes });
  const url = webLink(props.url);
  const subject = t("signUpSubject");
  const notes = [valid, t("signUpNotYou")];
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={valid}>
        <Heading>{subject}</Heading>
        <Text>{greeting}</Text>
        <Text>{asked}</Text>
        <Button href={url}>{t("signUpButton")}</Button>
        {notes.map((note) => (
          <Small key={note}>{note}</Small>
        ))}
      </Layout>
    ),
    text: [greeting, asked, `${t("signUpButton")}:\n${url}`, ...notes],
  });
}
