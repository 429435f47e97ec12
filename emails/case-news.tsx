import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { lines, oneLine, quoted, webLink } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Quote, Rule, Small, SmallLink, Subheading, Text, TextLink } from "./text-parts.tsx";

export type CaseNewsProps = {
  /** What happened: "14 new cases in the last hour". */
  title: string;
  /** The most urgent of them; `words` are a customer's. */
  items: readonly { title: string; words: string | null; facts: string; url: string }[];
  /** How many there are beside those. */
  more: number;
  /** Where all of them stand. */
  queueUrl: string;
  /** Where its reader changes their alerts. */
  settingsUrl: string;
  workspaceName: string;
  locale: Locale;
};

/**
 * Tells what happened in one case or in many, in the customers' words, the most urgent first.
 * @throws when a link does not begin with http or https.
 */
export async function renderCaseNewsMail(props: CaseNewsProps): Promise<MailParts> {
  const { locale } = props;
  const t = translator(locale, "mail");
  const title = oneLine(props.title);
  const items = props.items.map((item) => ({
    title: oneLine(item.title),
    words: lines(item.words ?? "").trim(),
    facts: oneLine(item.facts),
    url: webLink(item.url),
  }));
  const single = items.length === 1 && props.more === 0;
  const more = props.more > 0 ? t("caseNewsMore", { n: props.more }) : null;
  const [label, url] = single
    ? [t("caseButton"), items[0]!.url]
    : [t("caseNewsQueue"), webLink(props.queueUrl)];
  const why = t("caseNewsWhy", { workspace: oneLine(props.workspaceName) });
  const settingsUrl = webLink(props.settingsUrl);
  return renderMail({
    subject: title,
    page: (
      <Layout locale={locale} title={title} preheader={items.map((item) => item.title).join(" · ")}>
        <Heading>{title}</Heading>
        {items.map((item) => (
          <div key={item.url}>
            {!single && (
              <Subheading>
                <TextLink href={item.url}>{item.title}</TextLink>
              </Subheading>
            )}
            {item.words && <Quote text={item.words} />}
            <Text>{item.facts}</Text>
          </div>
        ))}
        {more && <Text>{more}</Text>}
        <Button href={url}>{label}</Button>
        <Rule />
        <Small>
          {why} <SmallLink href={settingsUrl}>{t("caseNewsChange")}</SmallLink>
        </Small>
      </Layout>
    ),
    text: [
      title,
      ...items.map((item) =>
        [!single && item.title, item.words && quoted(item.words), item.facts, !single && item.url]
          .filter(Boolean)
          .join("\n"),
      ),
      more,
      `${label}:\n${url}`,
      `-- \n${why}\n${t("caseNewsChange")}: ${settingsUrl}`,
    ],
  });
}
