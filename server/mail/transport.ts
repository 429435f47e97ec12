import { parseConnectionUrl } from "nodemailer/lib/shared";
import { composeMessage } from "./compose.ts";
import { type DkimKey, readDkimKey, signedMessage } from "./dkim.ts";
import { priorities } from "./enqueue.ts";
import type { OutboundMail, RenderedMail } from "./rendered.ts";
import { createSmtpPool, type PoolLimits } from "./smtp-pool.ts";
import type { Delivery, OnDataStart, SmtpServer, Timeouts } from "./smtp-session.ts";

export type Transport = {
  /** How many conversations it holds at once. */
  sessions: number;
  /** Makes sure that the server can be reached. @throws TransportDown */
  ready(): Promise<void>;
  /**
   * Composes, signs and sends one mail from the envelope address `returnTo`.
   * @throws TransportDown when the server cannot be reached; any other error is the message's own.
   */
  send(
    mail: OutboundMail,
    rendered: RenderedMail,
    returnTo: string,
    onDataStart: OnDataStart,
  ): Promise<Delivery>;
  close(): void;
};

export type TransportSettings = {
  smtpUrl: string;
  /** The platform's sender. */
  address: string;
  dkim: DkimKey[];
  limits?: Partial<PoolLimits>;
  timeouts?: Partial<Timeouts>;
};

const second = 1000;
const minute = 60 * second;
const limits: PoolLimits = { sessions: 20, messagesPerSession: 100, idleMs: 15 * second };
const timeouts: Timeouts = {
  connect: 30 * second,
  greeting: 30 * second,
  command: 2 * minute,
  reply: 10 * minute,
};

/** The way out for mail: pooled SMTP to the server of `smtpUrl`. */
export function createTransport(settings: TransportSettings): Transport {
  const server = readSmtpUrl(settings.smtpUrl, { ...timeouts, ...settings.timeouts });
  const pool = createSmtpPool(server, { ...limits, ...settings.limits });
  return {
    sessions: settings.limits?.sessions ?? limits.sessions,
    async ready() {
      pool.release(await pool.acquire(true));
    },
    async send(mail, rendered, returnTo, onDataStart) {
      const message = composeMessage(mail, rendered, settings.address, new Date());
      const keys = rendered.signedBy ? [rendered.signedBy, ...settings.dkim] : settings.dkim;
      const raw = await signedMessage(message, keys);
      const session = await pool.acquire(mail.priority < priorities.invitation);
      const delivery = await session.send({ from: returnTo, to: mail.toAddress }, raw, onDataStart);
      pool.release(session);
      return delivery;
    },
    close: () => pool.close(),
  };
}

type MailEnv = {
  SMTP_URL: string;
  MAIL_FROM?: string | undefined;
  MAIL_IN_DOMAIN: string;
  DKIM_DOMAIN?: string | undefined;
  DKIM_SELECTOR?: string | undefined;
  DKIM_PRIVATE_KEY_FILE?: string | undefined;
};

/** The transport of this installation. @throws with the way out when the DKIM key cannot be used. */
export function transportOf(env: MailEnv): Transport {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY_FILE: file } = env;
  return createTransport({
    smtpUrl: env.SMTP_URL,
    address: env.MAIL_FROM ?? `svar@${env.MAIL_IN_DOMAIN}`,
    dkim: domain && selector && file ? [readDkimKey(domain, selector, file)] : [],
  });
}

/** A server on this machine needs no TLS; one elsewhere must offer it before it is told a password. */
function readSmtpUrl(url: string, waits: Timeouts): SmtpServer {
  const { auth, ...options } = parseConnectionUrl(url);
  const here = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(options.host ?? "");
  const user = auth && "user" in auth && typeof auth.user === "string" ? auth.user : null;
  const pass = auth && "pass" in auth && typeof auth.pass === "string" ? auth.pass : "";
  return {
    options: { ...options, ignoreTLS: here, requireTLS: !here && user !== null },
    auth: user === null ? null : { user, pass },
    timeouts: waits,
  };
}
