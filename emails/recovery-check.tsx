import type { CSSProperties } from "react";
import { formatDate } from "#server/i18n/format.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { lines, oneLine, paragraphs, quoted, webLink, wrapped } from "./clean.ts";
import { Layout } from "./layout.tsx";
import { colour } from "./look.ts";
import { type MailParts, renderMail } from "./render.ts";
import { Heading, Quote, Rule, Small, SmallLink, Text } from "./text-parts.tsx";

const answers = ["yes", "partly", "no"] as const;

export type RecoveryCheckProps = {
  subject: string;
  companyName: string;
  /** Null: a customer without a name. */
  firstName: string | null;
  /** Who closed the case, or the company. */
  senderName: string;
  closedAt: Date;
  /** What the customer answered, shown at the foot. Null: nothing to show. */
  answered: { score: number; comment: string | null; at: Date } | null;
  urls: Readonly<Record<(typeof answers)[number], string>>;
  /** Null where there is nothing to opt out of. */
  optOutUrl: string | null;
  postalAddress: string | null;
  timeZone: string;
  locale: Voice;
};

/**
 * Asks a customer whether what they talked about is solved: a letter from the colleague who closed it, with three
 * links that look the same, so that none is suggested.
 * @throws when a link does not begin with http or https.
 */
export async function renderRecoveryCheckMail(props: RecoveryCheckProps): Promise<MailParts> {
  const said = words(props);
  const boxes = answers.map((answer) => ({
    href: webLink(props.urls[answer]),
    label: said.labels[answer],
    name: `${said.question} ${said.labels[answer]}`,
  }));
  const signature = [said.regards, ...said.signature];
  return renderMail({
    subject: props.subject,
    page: (
      <Layout locale={props.locale} title={props.subject} preheader={said.preheader}>
        <Text>{said.greeting}</Text>
        <Text>{said.intro}</Text>
        <Heading>{said.question}</Heading>
        <Boxes boxes={boxes} />
        <Small>{said.after}</Small>
        <Text space="16px 0 0 0">{withBreaks(signature)}</Text>
        <Rule />
        {said.above && <Small>{said.above}</Small>}
        {said.comment && <Quote text={said.comment} />}
        <Small>
          {`${said.why} `}
          {props.optOutUrl && <SmallLink href={webLink(props.optOutUrl)}>{said.optOut}</SmallLink>}
        </Small>
        {said.address && <Small>{said.address}</Small>}
      </Layout>
    ),
    text: [
      said.greeting,
      wrapped(said.intro),
      said.question,
      boxes.map(({ label, href }) => `${label}: ${href}`).join("\n"),
      wrapped(said.after),
      signature.join("\n"),
      said.above && [said.above, said.comment && quoted(said.comment)].filter(Boolean).join("\n"),
      `-- \n${wrapped(said.why)}${props.optOutUrl ? `\n${said.optOut}:\n${props.optOutUrl}` : ""}`,
      said.address && wrapped(said.address),
    ],
  });
}

function words(props: RecoveryCheckProps) {
  const { locale, timeZone, answered } = props;
  const t = translator(locale, "mail");
  const page = translator(locale, "answer");
  const company = oneLine(props.companyName);
  const name = oneLine(props.firstName ?? "");
  const comment = lines(answered?.comment ?? "").trim();
  const before = answered && { date: formatDate(answered.at, locale, timeZone), score: answered.score };
  const intro = t("checkIntro", { date: formatDate(props.closedAt, locale, timeZone) });
  return {
    greeting: name ? t("greeting", { name }) : t("greetingNoName"),
    intro,
    preheader: intro,
    question: page("checkTitle"),
    labels: { yes: page("checkYes"), partly: page("checkPartly"), no: page("checkNo") },
    after: t("checkAfter"),
    regards: t("regards"),
    signature: [...new Set([oneLine(props.senderName), company])],
    above: before && t(comment ? "replyAnswered" : "replyAnsweredOnly", before),
    comment,
    why: t("checkWhy", { company }),
    optOut: t("optOut"),
    address: paragraphs(props.postalAddress ?? "")
      .flat()
      .map(oneLine)
      .filter(Boolean)
      .join(", "),
  };
}

/** 44 pixels high and, with what parts them, 288 wide: they stand side by side on every phone, in one table that Outlook draws too. */
function Boxes({ boxes }: { boxes: readonly { href: string; label: string; name: string }[] }) {
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" border={0} style={{ margin: "0 0 10px 0" }}>
      <tbody>
        <tr>
          {boxes.map(({ href, label, name }) => (
            <td key={href} width={96} style={{ padding: "0 4px 6px 0" }}>
              <table role="presentation" cellPadding="0" cellSpacing="0" border={0}>
                <tbody>
                  <tr>
                    <td className="box" width={92} height={44} align="center" style={box}>
                      <a className="text" href={href} aria-label={name} style={link}>
                        {label}
                      </a>
                    </td>
                  </tr>
                </tbody>
              </table>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

const box: CSSProperties = {
  width: "92px",
  height: "44px",
  border: `1px solid ${colour.boxLine}`,
  borderRadius: "6px",
  backgroundColor: colour.box,
  textAlign: "center",
};

const link: CSSProperties & { msoLineHeightRule: string } = {
  display: "block",
  width: "90px",
  lineHeight: "44px",
  msoLineHeightRule: "exactly",
  fontFamily: "Arial, Helvetica, sans-serif",
  fontSize: "16px",
  fontWeight: "bold",
  textAlign: "center",
  color: colour.text,
  textDecoration: "none",
};

const withBreaks = (texts: readonly string[]) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, to a string
  texts.flatMap((text, place) => (place === 0 ? [text] : [<br key={place} />, text]));
