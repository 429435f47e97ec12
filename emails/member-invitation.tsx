import { formatDate } from "#server/i18n/format.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { oneLine, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Small, Text } from "./text-parts.tsx";

export type MemberInvitationProps = {
  workspaceName: string;
  /** Null when a program and not a colleague invites. */
  inviterName: string | null;
  role: "admin" | "manager" | "agent" | "viewer";
  url: string;
  validUntil: Date;
  timeZone: string;
  locale: Locale;
};

/**
 * Invites a colleague to work in a workspace.
 * @throws when the link does not begin with http or https.
 */
export async function renderMemberInvitationMail(props: MemberInvitationProps): Promise<MailParts> {
  const { locale, role } = props;
  const t = translator(locale, "mail");
  const workspace = oneLine(props.workspaceName);
  const inviter = oneLine(props.inviterName ?? "");
  const url = webLink(props.url);
  const who = inviter ? t("invitedBy", { inviter, workspace }) : t("invitedByNobody", { workspace });
  const until = t("invitedUntil", { date: formatDate(props.validUntil, locale, props.timeZone) });
  const title = t("invitedTitle", { workspace });
  const subject = t("invitedSubject", { workspace });
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={who}>
        <Heading>{title}</Heading>
        <Text>{`${who} ${t("invitedRole", { role })}`}</Text>
        <Button href={url}>{t("invitedButton")}</Button>
        <Small>{until}</Small>
        <Small>{t("invitedNotYou")}</Small>
      </Layout>
    ),
    text: [
      title,
      `${who} ${t("invitedRole", { role })}`,
      `${t("invitedButton")}:\n${url}`,
      until,
      t("invitedNotYou"),
    ],
  });
}
