import { translator } from "#server/i18n/translate.ts";
import { oneLine, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import type { PasswordResetProps } from "./password-reset.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Small, Text } from "./text-parts.tsx";

/** `first` where the address was not shown to be the account's owner's before: the link then ends the password set until now. */
export type SignInLinkProps = PasswordResetProps & { first: boolean };

/**
 * The link to sign in by.
 * @throws when the link does not begin with http or https.
 */
export async function renderSignInLinkMail(props: SignInLinkProps): Promise<MailParts> {
  const { locale, minutes, first } = props;
  const t = translator(locale, "mail");
  const name = oneLine(props.name ?? "");
  const greeting = name ? t("greeting", { name }) : t("greetingNoName");
  const asked = t("signInText", { email: oneLine(props.email) });
  const valid = t("resetValid", { minutes });
  const url = webLink(props.url);
  const subject = t("signInSubject");
  const notes = [valid, ...(first ? [t("signInFirst")] : []), t("signInNotYou")];
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={valid}>
        <Heading>{subject}</Heading>
        <Text>{greeting}</Text>
        <Text>{asked}</Text>
        <Button href={url}>{t("signInButton")}</Button>
        {notes.map((note) => (
          <Small key={note}>{note}</Small>
        ))}
      </Layout>
    ),
    text: [greeting, asked, `${t("signInButton")}:\n${url}`, ...notes],
  });
}
