import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import type { CaughtAddress, CaughtMail } from "./read.ts";

export type Reply = { as: CaughtAddress; to: CaughtAddress };

/** Who answers a mail and whom: its first recipient writes to its Reply-To, else to its From. Null when either is missing. */
export function replyOf(mail: CaughtMail): Reply | null {
  const address = mail.envelope.to[0];
  const as =
    mail.to.find((entry) => entry.address === address) ?? (address ? { name: "", address } : undefined);
  const to = mail.replyTo[0] ?? mail.from[0];
  return as && to ? { as, to } : null;
}

/**
 * Answers a mail as its recipient would from an ordinary mail program: the text above the quoted mail, in
 * its thread, handed by SMTP to `port` of this machine. Returns the Message-ID of the answer.
 *
 * @throws in words for the reader when nobody listens there or the answer is refused.
 */
export async function sendReply(mail: CaughtMail, text: string, port: number): Promise<string> {
  const reply = replyOf(mail);
  if (!reply) throw new Error("This mail names nobody to answer.");
  const messageId = `<${randomUUID()}@mailbox.localhost>`;
  const references = [mail.references, mail.messageId].filter(Boolean).join(" ");
  const transport = createTransport({
    host: "127.0.0.1",
    port,
    secure: false,
    ignoreTLS: true,
    connectionTimeout: 5_000,
  });
  try {
    await transport.sendMail({
      envelope: { from: reply.as.address, to: [reply.to.address] },
      from: reply.as,
      to: reply.to,
      subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
      messageId,
      ...(mail.messageId ? { inReplyTo: mail.messageId, references } : {}),
      text: `${text.trimEnd()}\n\n${quoted(mail)}\n`,
    });
  } catch (error) {
    throw inWords(error, port);
  } finally {
    transport.close();
  }
  return messageId;
}

function inWords(error: unknown, port: number): Error {
  if (!(error instanceof Error)) return new Error("something went wrong.");
  const unreachable =
    "code" in error && ["ESOCKET", "ECONNECTION", "ECONNREFUSED", "ETIMEDOUT"].includes(String(error.code));
  if (unreachable)
    return new Error(`nobody takes mail in on port ${port} (MAIL_IN_PORT). Does the worker run?`);
  return new Error("response" in error ? `Svar's inbound SMTP said: ${error.response}.` : error.message);
}

function quoted(mail: CaughtMail): string {
  const [from] = mail.from;
  const when = new Date(mail.at).toUTCString().replace(" GMT", " +0000");
  const who = from ? (from.name ? `${from.name} <${from.address}>` : from.address) : "somebody";
  const lines = (mail.text ?? "").trimEnd().split(/\r?\n/);
  return [`On ${when}, ${who} wrote:`, ...lines.map((line) => (line ? `> ${line}` : ">"))].join("\n");
}
