import PostalMime, { type Attachment, type Email } from "postal-mime";
import sanitizeHtml from "sanitize-html";

/** A mail as the rules look at it: all bounded, so that no mail takes long (RELIABILITY.md D6). */
export type ReadMail = {
  /** Headers by lower-case name, each with all its values. */
  headers: Map<string, string[]>;
  fromAddress: string;
  fromName: string;
  subject: string;
  /** What the mail itself says, without the parts that a machine reads. */
  text: string;
  /** `report-type` of a multipart/report, like delivery-status. */
  reportType: string | null;
  deliveryStatus: string | null;
  feedbackReport: string | null;
  isReadReceipt: boolean;
  /** The mail that came back, or as much of it as there is; its headers at least. */
  original: string | null;
};

const mostBytes = 768 * 1024;
const mostText = 64 * 1024;
const mostHtml = 192 * 1024;

/** Reads the beginning of a raw mail; what a machine reads stands there. @throws when it is no mail at all. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(inLines(raw.subarray(0, mostBytes)), {
    forceRfc822Attachments: true,
    attachmentEncoding: "utf8",
    maxNestingDepth: 30,
    maxHeadersSize: 262_144,
  });
  const headers = headersOf(mail);
  const contentType = headers.get("content-type")?.[0] ?? "";
  const part = (...types: string[]) => {
    const found = mail.attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()));
    return found ? contentOf(found) : null;
  };
  const text = textOf(mail);
  return {
    headers,
    fromAddress: (mail.from?.address ?? "").toLowerCase(),
    fromName: (mail.from?.name ?? "").toLowerCase(),
    subject: (mail.subject ?? "").slice(0, 500),
    text,
    reportType: /report-type\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? null,
    deliveryStatus: part("message/delivery-status", "message/global-delivery-status") ?? statusIn(text),
    feedbackReport: part("message/feedback-report"),
    isReadReceipt: part("message/disposition-notification") !== null,
    original: part(
      "message/rfc822",
      "text/rfc822-headers",
      "text/rfc822-header",
      "message/global",
      "message/global-headers",
      "message/rfc822-headers",
      "message/partial",
    ),
  };
}

const [lineFeed, carriageReturn] = [10, 13];

/** Without the line that a mailbox file puts first, and with line feeds where there are lone carriage returns only. */
function inLines(raw: Uint8Array): Uint8Array {
  const lines = raw.includes(lineFeed) ? raw : raw.map((byte) => (byte === carriageReturn ? lineFeed : byte));
  const first = lines.indexOf(lineFeed);
  const isMailbox = first > 0 && new TextDecoder("latin1").decode(lines.subarray(0, 5)) === "From ";
  return isMailbox ? lines.subarray(first + 1) : lines;
}

function headersOf(mail: Email): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, value } of mail.headers.slice(0, 500)) {
    headers.set(key, [...(headers.get(key) ?? []), value.slice(0, 2000)]);
  }
  return headers;
}

function textOf(mail: Email): string {
  const plain = mail.text?.trim() ? mail.text : bareOf((mail.html ?? "").slice(0, mostHtml));
  return plain.slice(0, mostText).replaceAll("\r\n", "\n");
}

function bareOf(html: string): string {
  const lines = html.replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^>]{0,200}>/gi, "\n");
  const bare = sanitizeHtml(lines, {
    allowedTags: [],
    allowedAttributes: {},
    nonTextTags: ["style", "script", "head", "title"],
  });
  return bare.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function contentOf({ content }: Attachment): string {
  const text = typeof content === "string" ? content : new TextDecoder().decode(content);
  return text.slice(0, mostText).replaceAll("\r\n", "\n");
}

/** Some servers write the fields of RFC 3464 into the text instead of a part of its own. */
function statusIn(text: string): string | null {
  const at = text.search(/^(?:Reporting-MTA|Final-Recipient|Original-Recipient):/im);
  return at >= 0 && /^Action:\s*(?:failed|delayed)/im.test(text) ? text.slice(at) : null;
}
