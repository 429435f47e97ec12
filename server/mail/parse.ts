import PostalMime, { type Email } from "postal-mime";
import sanitizeHtml from "sanitize-html";
import { classifyMail } from "./classify/classify.ts";
import { splitQuoted } from "./quoted-text.ts";

/** A mail that came in, as a dialogue needs it. `messageId` and `references` keep their angle brackets. */
export type IncomingMail = {
  fromAddress: string;
  fromName: string | null;
  subject: string | null;
  messageId: string | null;
  references: string[];
  text: string;
  quoted: string | null;
  automatic: boolean;
};

const longestText = 100_000;

/** Reads a raw mail. `mailFrom` is its envelope sender. A mail without a text part is read from its HTML. */
export async function parseMail(raw: Uint8Array, mailFrom: string): Promise<IncomingMail> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20, maxHeadersSize: 262_144 });
  const { text, quoted } = splitQuoted(bodyOf(mail).slice(0, longestText));
  return {
    fromAddress: mail.from?.address?.toLowerCase() ?? mailFrom.toLowerCase(),
    fromName: mail.from?.name?.trim() || null,
    subject: mail.subject?.trim() || null,
    messageId: mail.messageId?.trim() || null,
    references: [...(mail.references ?? "").matchAll(/<[^<>\s]{1,250}>/g)]
      .map((match) => match[0])
      .slice(-50),
    text,
    quoted,
    automatic: mailFrom === "" || (await classifyMail(raw)).kind !== "human_reply",
  };
}

function bodyOf(mail: Email): string {
  if (mail.text?.trim()) return mail.text;
  const html = (mail.html ?? "").replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^>]{0,200}>/gi, "\n");
  const bare = sanitizeHtml(html, {
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
