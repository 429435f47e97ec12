import PostalMime, { type Address, type Email } from "postal-mime";
import type { Envelope, MailStore } from "./store.ts";

export type CaughtAddress = { name: string; address: string };

/** A mail with its parts, as /api/email gives it. Header names are lowercase; one that occurs twice is a list. */
export type CaughtMail = {
  id: string;
  at: string;
  envelope: Envelope;
  from: CaughtAddress[];
  to: CaughtAddress[];
  replyTo: CaughtAddress[];
  subject: string;
  date: string | null;
  messageId: string | null;
  references: string | null;
  headers: Record<string, string | string[]>;
  html: string | null;
  text: string | null;
  attachments: { filename: string | null; mimeType: string; bytes: number }[];
};

/** The mail with this id, or null. A mail that no parser understands has its source as text. */
export async function readMail(store: MailStore, id: string): Promise<CaughtMail | null> {
  const summary = store.find(id);
  if (!summary) return null;
  const raw = await store.raw(id);
  const email = await PostalMime.parse(raw).catch(
    (): Email => ({ headers: [], headerLines: [], attachments: [], text: raw.toString("utf8") }),
  );
  return {
    id,
    at: summary.at,
    envelope: summary.envelope,
    from: flat(email.from ? [email.from] : []),
    to: flat(email.to ?? []),
    replyTo: flat(email.replyTo ?? []),
    subject: email.subject ?? "",
    date: email.date ?? null,
    messageId: email.messageId ?? null,
    references: email.references ?? null,
    headers: headersOf(email),
    html: email.html ?? null,
    text: email.text ?? null,
    attachments: email.attachments.map(({ filename, mimeType, content }) => ({
      filename,
      mimeType,
      bytes: typeof content === "string" ? Buffer.byteLength(content) : content.byteLength,
    })),
  };
}

function flat(addresses: Address[]): CaughtAddress[] {
  return addresses.flatMap((entry) => entry.group ?? [entry]).map(({ name, address }) => ({ name, address }));
}

function headersOf(email: Email): CaughtMail["headers"] {
  const headers: CaughtMail["headers"] = {};
  for (const { key, value } of email.headers) {
    const before = headers[key];
    headers[key] = before === undefined ? value : [before, value].flat();
  }
  return headers;
}
