import { encodeWord, encodeWords, foldLines, quoteString } from "nodemailer/lib/mime-funcs";
import { quotedPrintable } from "./quoted-printable.ts";
import type { MailFile, OutboundMail, RenderedMail } from "./rendered.ts";

/** A message as it goes over the wire, but for its signature: header lines without CRLF (folded ones hold some), and the body. */
export type Message = { headers: string[]; body: Buffer };

type Addressed = Pick<OutboundMail, "id" | "messageId" | "toAddress">;

/**
 * The message of `mail`: multipart/alternative with a plain-text part and HTML, both UTF-8 in quoted-printable
 * (RELIABILITY.md B1), within multipart/mixed where files go with it. `platformAddress` is the sender when the mail names none; `date` the time of this try.
 * @throws when an address or a header's name could not stand in a message: that mail fails alone.
 */
export function composeMessage(
  mail: Addressed,
  rendered: RenderedMail,
  platformAddress: string,
  date: Date,
): Message {
  const boundary = `=_${mail.id}`;
  const { text, html, files = [] } = rendered;
  const words = alternative(boundary, text, html);
  return {
    headers: [
      header("From", mailbox(rendered.fromName, rendered.fromAddress ?? platformAddress)),
      header("To", address(mail.toAddress)),
      ...(rendered.replyTo ? [header("Reply-To", address(rendered.replyTo))] : []),
      header("Subject", encodeWords(oneLine(rendered.subject), "Q", 52, true)),
      header("Date", date.toUTCString().replace("GMT", "+0000")),
      header("Message-ID", mail.messageId),
      ...threading(rendered),
      ...Object.entries(rendered.headers ?? {}).map(([name, value]) => header(ownName(name), ascii(value))),
      // What a mail of ours is known by when it comes back (server/case/receive.ts).
      `X-Svar-Mail: ${mail.id}`,
      "MIME-Version: 1.0",
      typeOf(files.length > 0 ? "mixed" : "alternative", boundary + (files.length > 0 ? "-m" : "")),
    ],
    body: files.length > 0 ? mixed(boundary, words, files) : words,
  };
}

/**
 * `text` on one line: what could end a header or a command, in any reader's eyes, becomes a space
 * (RELIABILITY.md B5).
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

const header = (name: string, value: string) => foldLines(`${name}: ${value}`, 76);

const ascii = (value: string) => encodeWords(oneLine(value), "Q", 52, true);

function mailbox(name: string, addressOf: string): string {
  const clean = oneLine(name);
  if (!clean) return address(addressOf);
  const phrase = /^[\x20-\x7e]*$/.test(clean) ? quoteString(clean) : encodeWord(clean, "Q", 52);
  return `${phrase} <${address(addressOf)}>`;
}

/** @throws when `text` is more than one plain address, or holds what would end it early. */
function address(text: string): string {
  if (!/^[^\s\p{Cc}\u2028\u2029<>(),:;"[\]\\@]+@[^\s\p{Cc}\u2028\u2029<>(),:;"\\@]+$/u.test(text)) {
    throw new Error(`not an address a mail can be sent to: ${oneLine(text).slice(0, 100)}`);
  }
  return text;
}

const reserved = new Set(
  "from to cc bcc reply-to sender subject date message-id in-reply-to references mime-version content-type content-transfer-encoding dkim-signature return-path received".split(
    " ",
  ),
);

function ownName(name: string): string {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || reserved.has(name.toLowerCase())) {
    throw new Error(`not a header a renderer may set: ${oneLine(name).slice(0, 60)}`);
  }
  return name;
}

/** In-Reply-To, and References with the first message and the last ten (RELIABILITY.md 2.3). */
function threading({ inReplyTo, references = [] }: RenderedMail): string[] {
  const ids = references.filter(isMessageId);
  const kept = ids.length > 11 ? [ids[0]!, ...ids.slice(-10)] : ids;
  return [
    ...(inReplyTo && isMessageId(inReplyTo) ? [header("In-Reply-To", inReplyTo)] : []),
    ...(kept.length > 0 ? [header("References", kept.join(" "))] : []),
  ];
}

const isMessageId = (text: string) => text.length <= 900 && /^<[\x21-\x3b\x3d\x3f-\x7e]+>$/.test(text);

function alternative(boundary: string, text: string, html: string): Buffer {
  const part = (type: string) =>
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(part("text/plain")),
    quotedPrintable(text),
    Buffer.from(`\r\n${part("text/html")}`),
    quotedPrintable(html),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

const typeOf = (kind: "alternative" | "mixed", boundary: string) =>
  `Content-Type: multipart/${kind};\r\n boundary="${boundary}"`;

function mixed(boundary: string, words: Buffer, files: MailFile[]): Buffer {
  const outer = `${boundary}-m`;
  return Buffer.concat([
    Buffer.from(`--${outer}\r\n${typeOf("alternative", boundary)}\r\n\r\n`),
    words,
    ...files.flatMap((file) => [
      Buffer.from(`\r\n--${outer}\r\n${headOf(file)}\r\n\r\n`),
      base64(file.content),
    ]),
    Buffer.from(`\r\n--${outer}--\r\n`),
  ]);
}

/** The file's name twice: in ASCII for old mail programs, and as it is (RFC 2231). */
function headOf({ fileName, mediaType }: MailFile): string {
  const name = oneLine(fileName);
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : "application/octet-stream";
  const extended = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return [
    `Content-Type: ${type}`,
    "Content-Transfer-Encoding: base64",
    header("Content-Disposition", `attachment; filename="${plain}"; filename*=utf-8''${extended}`),
  ].join("\r\n");
}

function base64(content: Uint8Array): Buffer {
  const text = Buffer.from(content).toString("base64");
  return Buffer.from(text.replace(/.{76}(?=.)/g, "$&\r\n"));
}
