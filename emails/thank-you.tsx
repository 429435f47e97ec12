import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { lines, oneLine, paragraphs, webLink, wrapped } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderMail } from "./render.ts";
import { Rule, Small, SmallLink, Text, TextLink, Typed } from "./text-parts.tsx";

export type ThankYouProps = {
  companyName: string;
  /** The workspace's own text, with everything filled in. */
  words: string;
  /** The ask to pass the company on, and a page or an address to pass on. Null: nothing is asked. */
  referral: { ask: string; link: string } | null;
  optOutUrl: string;
  postalAddress: string | null;
  locale: Voice;
};

/**
 * Thanks a customer for an answer, in the workspace's words; it may ask to pass a link on, which is the same for everybody
 * and written out, to be copied.
 * @throws when a link is neither a page's nor a mail address.
 */
export async function renderThankYouMail(props: ThankYouProps): Promise<MailParts> {
  const { locale, words, referral } = props;
  const t = translator(locale, "mail");
  const company = oneLine(props.companyName);
  const subject = t("thanksSubject", { company });
  const why = t("thanksWhy", { company });
  const optOutUrl = webLink(props.optOutUrl);
  const address = paragraphs(props.postalAddress ?? "")
    .flat()
    .map(oneLine)
    .filter(Boolean)
    .join(", ");
  return renderMail({
    subject,
    page: (
      <Layout locale={locale} title={subject} preheader={null} headed={false}>
        <Typed text={words} />
        {referral && <Rule />}
        {referral && <Typed text={referral.ask} />}
        {referral && (
          <Text>
            <TextLink href={addressOf(referral.link)}>{referral.link}</TextLink>
          </Text>
        )}
        <Rule />
        <Small>
          {`${why} `}
          <SmallLink href={optOutUrl}>{t("thanksOptOut")}</SmallLink>
        </Small>
        {address && <Small>{address}</Small>}
      </Layout>
    ),
    text: [
      lines(words).trim(),
      referral && `${lines(referral.ask).trim()}\n${referral.link}`,
      `-- \n${wrapped(why)}\n${t("thanksOptOut")}:\n${optOutUrl}`,
      address && wrapped(address),
    ],
  });
}

const addressOf = (link: string) =>
  link.includes("@") && !/[\s:/?#]/.test(link) ? `mailto:${link}` : webLink(link);
