import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { groupOf } from "#server/nps/groups.ts";
import { lines, oneLine, quoted, wrapped } from "./clean.ts";
import { marks } from "./digest-figures.tsx";
import type { DigestComment } from "./digest-props.ts";
import { groupColour, styles } from "./look.ts";
import { Quote, Subheading, Text, TextLink } from "./text-parts.tsx";

type CommentsProps = {
  comments: readonly DigestComment[];
  /** The page of an answer. */
  answerLink: (id: string) => string;
  allLink: string;
  locale: Locale;
};

/** What customers said in their own words, each with score, group and name; the mark never stands alone. */
export function Comments({ comments, answerLink, allLink, locale }: CommentsProps) {
  const t = translator(locale, "digest");
  return (
    <>
      <Subheading>{t("said")}</Subheading>
      {comments.length === 0 && <Text>{t("nothingSaid")}</Text>}
      {comments.map((one) => {
        const group = groupOf(one.score);
        return (
          <div key={one.id}>
            <p className="muted" style={{ ...styles.small, margin: "0 0 4px 0" }}>
              <b className={group} style={{ color: groupColour[group].text }}>
                <span aria-hidden="true">{marks[group]} </span>
                {one.score} · {t(group)}
              </b>{" "}
              · <TextLink href={answerLink(one.id)}>{nameOf(one, locale)}</TextLink>
              {one.accountName ? `, ${oneLine(one.accountName)}` : ""}
            </p>
            <Quote
              text={shortened(one.comment ?? "")}
              lang={one.locale === locale ? undefined : one.locale}
            />
          </div>
        );
      })}
      <Text>
        <TextLink href={allLink}>{t("allAnswers")}</TextLink>
      </Text>
    </>
  );
}

/** The same as blocks of the plain-text part. */
export function commentBlocks({ comments, answerLink, allLink, locale }: CommentsProps): string[] {
  const t = translator(locale, "digest");
  return [
    t("said"),
    ...(comments.length === 0 ? [t("nothingSaid")] : []),
    ...comments.map((one) => {
      const who = [nameOf(one, locale), one.accountName && oneLine(one.accountName)]
        .filter(Boolean)
        .join(", ");
      const head = `${one.score} · ${t(groupOf(one.score))} · ${who}`;
      return `${head}\n${quoted(wrapped(shortened(one.comment ?? "")))}\n${answerLink(one.id)}`;
    }),
    `${t("allAnswers")}:\n${allLink}`,
  ];
}

/** The name that the page of the answer shows. */
function nameOf({ contactName, contactEmail }: DigestComment, locale: Locale): string {
  return oneLine(contactName ?? contactEmail ?? "") || translator(locale, "digest")("anonymous");
}

const longest = 400;

/** `text` up to 400 characters, cut between words; the page of the answer has the rest. */
function shortened(text: string): string {
  const clean = lines(text).trim();
  if (clean.length <= longest) return clean;
  const cut = clean.slice(0, longest).toWellFormed();
  const end = cut.search(/\s\S*$/);
  return `${cut.slice(0, end > longest / 2 ? end : undefined).trimEnd()} …`;
}
