import { generateKeyPairSync } from "node:crypto";
import { createTransport, type SendMailOptions } from "nodemailer";

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

const selector = "post";

/** The TXT record by which others check what `domain`'s mail server signs, as a zone of dns-server.ts has it. */
export const keyRecord = (domain: string) => ({
  [`TXT ${selector}._domainkey.${domain}`]: [`v=DKIM1; k=rsa; p=${publicKey.toString("base64")}`],
});

/** What `domain`'s mail server signs with. */
export const signingKey = { selector, privateKey };

export type MailProgram = {
  /** Hands over a mail as an ordinary mail program does, signed for `signedBy` when that is given. */
  send(mail: SendMailOptions & { signedBy?: string }): Promise<void>;
  close(): void;
};

/** Somebody's mail program, whose server hands over to the inbound server at `port`. */
export function mailProgram(port: number): MailProgram {
  const transport = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
  return {
    async send({ signedBy, ...mail }) {
      const dkim = signedBy ? { domainName: signedBy, keySelector: selector, privateKey } : undefined;
      await transport.sendMail({ ...mail, ...(dkim ? { dkim } : {}) });
    },
    close: () => transport.close(),
  };
}
