import PostalMime, { type Attachment, type Email } from "postal-mime";
import sanitizeHtml from "sanitize-html";
import { classifyMail } from "./classify/classify.ts";
import { cleanFileName, cleanMediaType } from "./file-name.ts";
import { readableHtml } from "./html/depth.ts";
import { formattedHtml } from "./html/formatted.ts";
import { splitHtml } from "./html/split.ts";
import { type SplitText, splitQuoted } from "./quoted-text.ts";

/** A file that came with a mail. `contentId`: what the mail's HTML calls it by, without angle brackets. */
export type IncomingFile = {
  fileName: string;
  mediaType: string;
  contentId: string | null;
  content: Uint8Array;
};

/** A mail that came in, as a dialogue needs it. `messageId` and `references` keep their angle brackets. */
export type IncomingMail = {
  fromAddress: string;
  fromName: string | null;
  /** Those it was addressed to, openly, in lower case. */
  recipients: string[];
  subject: string | null;
  messageId: string | null;
  references: string[];
  text: string;
  quoted: string | null;
  /** Its HTML as it came, where that is more than the words in `text`. */
  html: string | null;
  files: IncomingFile[];
  automatic: boolean;
  /** What each server that passed it on wrote, the last first. */
  received: string[];
  /** The mark of a mail that a Svar sent (compose.ts). */
  sentBySvar: boolean;
};

const longestText = 100_000;
const longestHtml = 500_000;

/**
 * Reads a raw mail. `mailFrom` is its envelope sender. A mail without a text part is read from its HTML; of one that
 * nobody can read as a mail (parts within parts without an end, headers without an end) the beginning is kept as it is.
 */
export async function parseMail(raw: Uint8Array, mailFrom: string): Promise<IncomingMail> {
  const mail = await PostalMime.parse(raw, options).catch(() => null);
  return mail ? readMail(mail, raw, mailFrom) : unreadable(raw, mailFrom);
}

const options = { maxNestingDepth: 20, maxHeadersSize: 262_144, forceRfc822Attachments: true };

async function readMail(mail: Email, raw: Uint8Array, mailFrom: string): Promise<IncomingMail> {
  const html = readableHtml(withoutNull(mail.html ?? "").slice(0, longestHtml));
  return {
    fromAddress: mail.from?.address?.toLowerCase() ?? mailFrom.toLowerCase(),
    fromName: oneLine(mail.from?.name),
    recipients: [...(mail.to ?? []), ...(mail.cc ?? [])]
      .flatMap((one) => one.group ?? [one])
      .map(({ address }) => address.toLowerCase())
      .slice(0, 100),
    subject: oneLine(mail.subject),
    messageId: oneLine(mail.messageId),
    references: [...`${mail.references ?? ""} ${mail.inReplyTo ?? ""}`.matchAll(/<[^<>\s]{1,250}>/g)]
      .map((match) => match[0])
      .slice(-50),
    ...wordsOf(mail, html),
    html: formattedHtml(html),
    files: mail.attachments.map(fileOf),
    automatic: mailFrom === "" || (await classifyMail(raw)).kind !== "human_reply",
    received: mail.headers.filter(({ key }) => key === "received").map(({ value }) => value),
    sentBySvar: mail.headers.some(({ key }) => key === "x-svar-mail"),
  };
}

/** So much of a mail that cannot be read is kept as its words. */
export const unreadableBytes = 10_000;

/** The beginning of a mail that cannot be read as one. By whom it is, only its envelope says. */
export function unreadable(raw: Uint8Array, mailFrom: string): IncomingMail {
  const text = withoutNull(new TextDecoder().decode(raw.subarray(0, unreadableBytes)));
  return {
    ...{
      fromAddress: mailFrom.toLowerCase(),
      fromName: null,
      recipients: [],
      subject: null,
      messageId: null,
      references: [],
    },
    ...{ text, quoted: null, html: null, files: [], received: [], sentBySvar: false },
    automatic: mailFrom === "",
  };
}

function wordsOf(mail: Email, html: string): SplitText {
  if (mail.text?.trim()) return splitQuoted(withoutNull(mail.text).slice(0, longestText));
  const { own, quoted } = splitHtml(html);
  const above = splitQuoted(bareOf(own).slice(0, longestText));
  const below = [above.quoted, quoted && bareOf(quoted).trim()].filter(Boolean).join("\n\n");
  return { text: above.text, quoted: below.slice(0, longestText) || null };
}

function bareOf(html: string): string {
  const lines = html.replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^>]{0,200}>/gi, "\n");
  const bare = sanitizeHtml(lines, {
    allowedTags: [],
    allowedAttributes: {},
    nonTextTags: ["style", "script", "head", "title"],
  });
  return bare
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll(/\n{3,}/g, "\n\n");
}

function fileOf({ filename, mimeType, contentId, content }: Attachment): IncomingFile {
  const mediaType = cleanMediaType(mimeType);
  return {
    fileName: cleanFileName(filename, mediaType),
    mediaType,
    contentId: contentId?.trim().replace(/^<|>$/g, "").slice(0, 250) || null,
    content: typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content),
  };
}

/** PostgreSQL holds all other characters. */
const withoutNull = (text: string) => text.replaceAll("\u0000", "");

const oneLine = (text: string | undefined) => withoutNull(text ?? "").trim() || null;
