import { formatDays, formatNumber } from "#server/i18n/format.ts";
import { translator } from "#server/i18n/translate.ts";
import { GROUPS, total } from "#server/nps/groups.ts";
import { oneLine, webLink, wrapped } from "./clean.ts";
import { Comments, commentBlocks } from "./digest-comments.tsx";
import { groupText, ScoreFigure, SplitFigure, shareText } from "./digest-figures.tsx";
import type { DigestProps } from "./digest-props.ts";
import { casesOf, factsOf, findingOf, scoreLine, sinceOf, whyOf } from "./digest-sentences.ts";
import { Layout } from "./layout.tsx";
import { darkGroupStyles } from "./look.ts";
import { type MailParts, renderMail } from "./render.ts";
import { Button, Heading, Rule, Small, SmallLink, Subheading, Text, TextLink } from "./text-parts.tsx";

/**
 * The figures of some days in the mail itself: the finding in words, the score with its interval, who answered, what
 * customers said, what they mention most, the cases. Every figure leads to the answers behind it.
 *
 * @throws when a link does not begin with http or https.
 */
export async function renderDigestMail(props: DigestProps): Promise<MailParts> {
  const { figures, locale, links, test } = props;
  const t = translator(locale, "digest");
  const finding = findingOf(props);
  const days = formatDays(props.days.from, props.days.to, locale);
  const place = oneLine(props.place);
  const subject = `${test ? "[Test] " : ""}${finding} · ${place}, ${days}`;
  const since = sinceOf(props);
  const facts = factsOf(props);
  const cases = casesOf(props);
  const said = { comments: figures.comments, answerLink: links.answer, allLink: links.answers, locale };
  const why = whyOf(props);
  const dashboard = webLink(links.dashboard);
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={since ?? days} moreStyles={darkGroupStyles}>
        <Small>
          {place}
          <br />
          {days}
        </Small>
        <Heading>{finding}</Heading>
        <ScoreFigure counts={figures.counts} href={dashboard} locale={locale} />
        {since && <Text>{since}</Text>}
        <SplitFigure counts={figures.counts} links={links.groups} locale={locale} />
        {facts.map(({ text, href }) => (
          <Small key={text}>{href ? <TextLink href={href}>{text}</TextLink> : text}</Small>
        ))}
        <Comments {...said} />
        {figures.reasons.length > 0 && (
          <>
            <Subheading>{t("reasons")}</Subheading>
            {figures.reasons.map(({ id, label, n }) => (
              <Text key={id} space="0 0 4px 0">
                <TextLink href={links.reason(id)}>{oneLine(label)}</TextLink>: {formatNumber(n, locale)}
              </Text>
            ))}
          </>
        )}
        <Subheading>{t("followUp")}</Subheading>
        <Text space="0 0 24px 0">
          <TextLink href={links.cases}>{cases}</TextLink>
        </Text>
        <Button href={dashboard}>{t("dashboard")}</Button>
        <Rule />
        <Small>{why}</Small>
        <Small>
          <SmallLink href={links.change}>{t("change")}</SmallLink>
          {links.end && (
            <>
              {" · "}
              <SmallLink href={links.end}>{t("end")}</SmallLink>
            </>
          )}
        </Small>
      </Layout>
    ),
    text: [
      `${place}\n${days}`,
      finding,
      scoreLine(figures.counts, locale),
      since && wrapped(since),
      ...groupBlocks(props),
      ...facts.map(({ text, href }) => wrapped(href ? `${text}\n${href}` : text)),
      ...commentBlocks(said),
      ...reasonBlocks(props),
      `${t("followUp")}: ${cases}\n${links.cases}`,
      `${t("dashboard")}:\n${dashboard}`,
      wrapped(`-- \n${why}`),
      `${t("change")}: ${links.change}`,
      links.end && `${t("end")}: ${links.end}`,
    ],
  });
}

function groupBlocks({ figures: { counts }, links, locale }: DigestProps): string[] {
  if (total(counts) === 0) return [];
  return GROUPS.map(
    (group) =>
      `${groupText(counts, group, locale)} (${shareText(counts, group, locale)})\n${links.groups[group]}`,
  );
}

function reasonBlocks({ figures: { reasons }, locale }: DigestProps): string[] {
  if (reasons.length === 0) return [];
  const said = reasons.map(({ label, n }) => `${oneLine(label)}: ${formatNumber(n, locale)}`);
  return [[`${translator(locale, "digest")("reasons")}:`, ...said].join("\n")];
}
