import { createTransport, type SendMailOptions } from "nodemailer";

export type CaughtMail = {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  /** The names of its files. */
  attachments: string[];
};

/** What is written in a mail program; `signed`: its server signs for the sender's domain (e2e/global-setup.ts). */
type Written = Omit<SendMailOptions, "from"> & { from: string; signed?: boolean };

/** The local mailbox, and the customers behind it. */
export class Mailbox {
  /** The newest mail to `address` whose subject fits, as soon as it is there. */
  async newest(address: string, subject: RegExp = /./): Promise<CaughtMail> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const found = (await this.all(address)).find((mail) => subject.test(mail.subject));
      if (found) return found;
      if (Date.now() > deadline)
        throw new Error(`No mail to ${address} with subject ${subject} came within 30 s`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Every mail to `address`, newest first. */
  async all(address: string): Promise<CaughtMail[]> {
    const response = await fetch(`${process.env.E2E_MAILBOX}/api/email?to=${encodeURIComponent(address)}`);
    const mails: Record<string, unknown>[] = await response.json();
    return mails.map(caught).filter((mail) => mail.to.toLowerCase().includes(address.toLowerCase()));
  }

  /** Answers a mail as an ordinary mail program does, over SMTP. */
  reply(mail: CaughtMail, from: string, text: string): Promise<void> {
    return this.write(mail, { from, text });
  }

  /** The same, with what else may be in a mail; its text is put above the quoted one. */
  async write(mail: CaughtMail, { signed, ...written }: Written): Promise<void> {
    const transport = createTransport({
      host: "127.0.0.1",
      port: Number(process.env.E2E_MAIL_IN),
      secure: false,
      ignoreTLS: true,
    });
    const messageId = mail.headers["message-id"]!;
    const quoted = mail.text.split("\n").map((line) => `> ${line}`);
    await transport.sendMail({
      to: mail.headers["reply-to"]!,
      subject: `Re: ${mail.subject}`,
      inReplyTo: messageId,
      references: [mail.headers.references, messageId].filter(Boolean).join(" "),
      ...written,
      text: [written.text, "", "Den mån 23 nov. 2026 kl 10:00 skrev Fjordline:", ...quoted].join("\n"),
      ...(signed ? { dkim: signingKey(written.from) } : {}),
    });
    transport.close();
  }
}

function signingKey(from: string) {
  const domainName = /@([^>\s]+)/.exec(from)![1]!;
  return { domainName, keySelector: "post", privateKey: process.env.E2E_DKIM_KEY! };
}

/** The links of a mail's HTML part, in order. */
export function linksOf(mail: CaughtMail): string[] {
  return [...mail.html.matchAll(/href="(https?:[^"]+)"/g)].map((match) => match[1]!.replaceAll("&amp;", "&"));
}

function caught(mail: Record<string, unknown>): CaughtMail {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    id: text(mail.id),
    to: JSON.stringify(mail.to),
    subject: text(mail.subject),
    html: text(mail.html),
    text: text(mail.text),
    headers: headersOf(mail.headers),
    attachments: Array.isArray(mail.attachments)
      ? mail.attachments.map((file: Record<string, unknown>) => text(file.filename ?? file.fileName))
      : [],
  };
}

function headersOf(headers: unknown): Record<string, string> {
  if (Array.isArray(headers)) {
    return Object.fromEntries(
      headers.map(({ key, name, value }) => [String(key ?? name).toLowerCase(), String(value)]),
    );
  }
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
