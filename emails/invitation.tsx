import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { type CompleteTexts, endPoints } from "#server/survey/rules.ts";
import { lines, oneLine, paragraphs, webLink, wrapped } from "./clean.ts";
import { decoyPath } from "./decoy.ts";
import { escapeHtml } from "./escape-html.ts";
import { Layout } from "./layout.tsx";
import { type MailParts, renderSlotted } from "./render.ts";
import { Scale } from "./scale.tsx";
import { fillSlots, type Slotted, slot } from "./slots.ts";
import { Heading, Rule, Small, SmallLink, Text, Typed } from "./text-parts.tsx";

/** The mail with the question, the one that reminds of it, or what a colleague gets to see of it. */
export type InvitationKind = "invitation" | "reminder" | "test";

export type InvitationInput = {
  texts: CompleteTexts;
  companyName: string;
  senderName: string;
  locale: Voice;
  kind: InvitationKind;
  postalAddress: string | null;
  /** The address that questions about personal data go to. */
  dataContact: string | null;
  /** What was done because customers said so, in this language; null: nothing is said of it. */
  youSaid: string | null;
};

/** An invitation as all contacts of one campaign and language get it, but for their name and links. */
export type MailTemplate = { subject: string; html: Slotted; text: Slotted; locale: Voice };

export type InvitationSlots = {
  firstName: string | null;
  /** `https://host/r/<token>`; the links are this with `/0` to `/10`. */
  answerUrl: string;
  optOutUrl: string;
};

/**
 * Renders the mail with the question (UX.md 4) once; `fillInvitation` then makes one contact's of it. A test
 * has "[Test]" before its subject; a reminder has the subject of the mail it reminds of, so that mail programs
 * show the two together, and its own words before the question.
 */
export async function invitationTemplate(input: InvitationInput): Promise<MailTemplate> {
  const subject = oneLine(input.kind === "test" ? `[Test] ${input.texts.subject}` : input.texts.subject);
  const { html, text } = await renderSlotted({
    page: <Invitation input={input} subject={subject} />,
    text: invitationText(input),
  });
  return { subject, html, text, locale: input.locale };
}

/**
 * One contact's invitation. Takes microseconds.
 * @throws when a link does not begin with http or https.
 */
export function fillInvitation(template: MailTemplate, slots: InvitationSlots): MailParts {
  const t = translator(template.locale, "mail");
  const name = oneLine(slots.firstName ?? "");
  const values = {
    greeting: name ? t("greeting", { name }) : t("greetingNoName"),
    answer: webLink(slots.answerUrl),
    optOut: webLink(slots.optOutUrl),
  };
  const escaped = {
    greeting: escapeHtml(values.greeting),
    answer: escapeHtml(values.answer),
    optOut: escapeHtml(values.optOut),
  };
  return {
    subject: template.subject,
    html: fillSlots(template.html, escaped),
    text: fillSlots(template.text, values),
  };
}

const introOf = ({ texts, kind }: InvitationInput) => (kind === "reminder" ? texts.reminder : texts.intro);

const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const linkOf = (score: number) => `${slot("answer")}/${score}`;

function Invitation({ input, subject }: { input: InvitationInput; subject: string }) {
  const { texts, locale, companyName, senderName, postalAddress, dataContact, youSaid } = input;
  const mail = translator(locale, "mail");
  const survey = translator(locale, "survey");
  const { low, high } = endPoints(texts, locale);
  return (
    <Layout locale={locale} title={subject} preheader={mail("preheader")}>
      <Text>{slot("greeting")}</Text>
      <Typed text={introOf(input)} />
      <Heading>{texts.question}</Heading>
      <Text space="0 0 12px 0">
        {`${survey("choose")} `}
        <strong>{survey("endPoint", { score: 0, label: low })}</strong>
        {", "}
        <strong>{survey("endPoint", { score: 10, label: high })}</strong>.
      </Text>
      <Scale hrefs={scores.map(linkOf)} low={low} high={high} locale={locale} />
      <Decoy />
      <Small>{mail("afterScale")}</Small>
      <Text space="16px 0 0 0">
        {mail("regards")}
        <br />
        {oneLine(senderName)}
        {senderName !== companyName && [<br key="br" />, oneLine(companyName)]}
      </Text>
      {youSaid && (
        <Text space="16px 0 0 0">
          <strong>{mail("youSaid")}</strong>
          <br />
          {oneLine(youSaid)}
        </Text>
      )}
      <Rule />
      <Small>
        {`${mail("whyYou", { company: oneLine(companyName) })} `}
        <SmallLink href={slot("optOut")}>{mail("optOut")}</SmallLink>
      </Small>
      {postalAddress && <Small>{oneAddress(postalAddress)}</Small>}
      {dataContact && <Small>{mail("dataProtection", { contact: oneLine(dataContact) })}</Small>}
    </Layout>
  );
}

/** Nothing to see, to hear or to reach with keys; only what opens every link opens it. */
const Decoy = () => (
  // biome-ignore lint/a11y/useAnchorContent: it is for machines
  <a
    href={`${slot("answer")}/${decoyPath}`}
    aria-hidden="true"
    tabIndex={-1}
    style={{ display: "none", fontSize: "0", lineHeight: "0" }}
  />
);

/** The plain-text part, shaped by hand (UX.md 4.2 rule 10): its blocks. The question stays whole, on a line of its own. */
function invitationText(input: InvitationInput): (string | null)[] {
  const { texts, locale, companyName, senderName, postalAddress, dataContact } = input;
  const mail = translator(locale, "mail");
  const survey = translator(locale, "survey");
  const { low, high } = endPoints(texts, locale);
  const ends = [survey("endPoint", { score: 0, label: low }), survey("endPoint", { score: 10, label: high })];
  const company = oneLine(companyName);
  const signature = [mail("regards"), oneLine(senderName), company];
  return [
    slot("greeting"),
    wrapped(lines(introOf(input))) || null,
    oneLine(texts.question),
    wrapped(`${survey("choose")}\n${ends.join(", ")}.`),
    scores.map((score) => `${score}: ${linkOf(score)}`).join("\n"),
    wrapped(mail("afterScale")),
    [...new Set(signature)].join("\n"),
    input.youSaid && `${mail("youSaid")}:\n${wrapped(oneLine(input.youSaid))}`,
    `-- \n${wrapped(mail("whyYou", { company }))}\n${mail("optOut")}:\n${slot("optOut")}`,
    postalAddress && wrapped(oneAddress(postalAddress)),
    dataContact && wrapped(mail("dataProtection", { contact: oneLine(dataContact) })),
  ];
}

/** A postal address in one line, as it stands at the foot. */
const oneAddress = (address: string) => paragraphs(address).flat().map(oneLine).filter(Boolean).join(", ");
