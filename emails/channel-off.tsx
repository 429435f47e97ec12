import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { oneLine, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Rule, Small, Text } from "./text-parts.tsx";

export type ChannelOffProps = {
  /** What the channel is called. */
  channel: string;
  because: "gone" | "failing";
  /** What it answered last; null where nothing was answered. */
  answer: string | null;
  workspaceName: string;
  /** Where it gets a new address. */
  url: string;
  locale: Locale;
};

/**
 * Tells that nothing goes to a chat channel any more, why, and how it is put right.
 * @throws when the link does not begin with http or https.
 */
export async function renderChannelOffMail(props: ChannelOffProps): Promise<MailParts> {
  const { locale } = props;
  const t = translator(locale, "mail");
  const channel = oneLine(props.channel);
  const title = t("caseChannelOff", { channel });
  const why = t(props.because === "gone" ? "caseChannelGone" : "caseChannelFailing");
  const answered = props.answer && t("caseChannelAnswer", { answer: oneLine(props.answer) });
  const way = t("caseChannelWay");
  const foot = t("caseChannelWhy", { channel, workspace: oneLine(props.workspaceName) });
  const url = webLink(props.url);
  const said = [why, answered].filter(Boolean).join(" ");
  return renderMail({
    subject: title,
    page: (
      <Layout locale={locale} title={title} preheader={said}>
        <Heading>{title}</Heading>
        <Text>{said}</Text>
        <Text>{way}</Text>
        <Button href={url}>{t("caseChannelButton")}</Button>
        <Rule />
        <Small>{foot}</Small>
      </Layout>
    ),
    text: [title, said, way, `${t("caseChannelButton")}:\n${url}`, `-- \n${foot}`],
  });
}
