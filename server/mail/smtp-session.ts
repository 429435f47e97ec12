import { Readable } from "node:stream";
import SMTPConnection, { type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";
import type { Failure } from "./rules.ts";

/** RELIABILITY.md A10, in ms. `reply` is the wait after the final dot (RFC 5321 §4.5.3.2.6: ten minutes). */
export type Timeouts = { connect: number; greeting: number; command: number; reply: number };

export type SmtpServer = {
  options: SMTPConnectionOptions;
  auth: { user: string; pass: string } | null;
  timeouts: Timeouts;
};

export type Envelope = { from: string; to: string };

/** Asked when the server has said 354: false, or a rejection, means that the message must not be sent after all. */
export type OnDataStart = () => Promise<boolean>;

/** What a try ended with: the server's 250, a failure, or "lost": it was no longer ours to send. */
export type Delivery =
  | { sent: true; status: number; text: string }
  | { sent: false; failure: Failure }
  | "lost";

export type SmtpSession = {
  /** How many messages were tried over it. */
  messages: number;
  usable(): boolean;
  /** Sends `raw`; its first byte is read after 354 and `onDataStart`, not before. Never throws. */
  send(envelope: Envelope, raw: Buffer, onDataStart: OnDataStart): Promise<Delivery>;
  close(): void;
};

/**
 * Connects and signs in.
 * @throws nodemailer's error when the server cannot be reached or does not let us in.
 */
export async function openSession(server: SmtpServer): Promise<SmtpSession> {
  const { timeouts } = server;
  const connection = new SMTPConnection({
    ...server.options,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.reply,
  });
  await signIn(connection, server).catch((error) => {
    connection.close();
    throw error;
  });
  const session: SmtpSession = {
    messages: 0,
    usable: () => !connection.destroyed,
    send(envelope, raw, onDataStart) {
      session.messages += 1;
      return deliver(connection, timeouts.command, envelope, new LazyMessage(raw, onDataStart));
    },
    close: () => (connection.destroyed ? undefined : connection.quit()),
  };
  return session;
}

function signIn(connection: SMTPConnection, { auth }: SmtpServer): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => (error ? reject(error) : resolve());
    connection.on("error", reject);
    connection.once("end", () => reject(new Error("the server closed the connection")));
    connection.connect((error?: Error | null) => {
      if (error || !auth) done(error);
      else connection.login({ credentials: auth }, done);
    });
  });
}

async function deliver(
  connection: SMTPConnection,
  commandTimeout: number,
  envelope: Envelope,
  message: LazyMessage,
): Promise<Delivery> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const response = await new Promise<string>((resolve, reject) => {
      timer = setTimeout(() => {
        if (!message.asked) reject(Object.assign(new Error("no reply in time"), { code: "ETIMEDOUT" }));
      }, commandTimeout);
      connection.send({ ...envelope, size: message.size }, message, (error, info) =>
        info ? resolve(info.response) : reject(error),
      );
    });
    return { sent: true, status: Number(response.slice(0, 3)), text: response };
  } catch (error) {
    const failure = failureOf(error, message.handedOver);
    await recover(connection, failure);
    return message.abandoned ? "lost" : { sent: false, failure };
  } finally {
    clearTimeout(timer);
  }
}

/** A refused message leaves the connection good for the next one; anything else ends it. */
function recover(connection: SMTPConnection, { code, responseCode }: Failure): Promise<void> {
  return new Promise((resolve) => {
    const refused = responseCode !== undefined && responseCode !== 421;
    if (connection.destroyed || !refused || (code !== "EENVELOPE" && code !== "EMESSAGE")) {
      connection.close();
      return resolve();
    }
    connection.once("end", () => resolve());
    connection.reset((error) => {
      if (error) connection.close();
      resolve();
    });
  });
}

function failureOf(error: unknown, dataStarted: boolean): Failure {
  const known = error instanceof Error ? error : new Error(String(error));
  const of = (name: string): unknown => (name in known ? Reflect.get(known, name) : undefined);
  const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);
  const responseCode = of("responseCode");
  return {
    code: text(of("code")),
    command: text(of("command")),
    responseCode: typeof responseCode === "number" ? responseCode : undefined,
    text: (text(of("response")) ?? known.message).slice(0, 500),
    dataStarted,
  };
}

/** nodemailer begins to read a message after the server's 354: the last moment to note it down, or to hold back. */
class LazyMessage extends Readable {
  readonly size: number;
  asked = false;
  handedOver = false;
  abandoned = false;
  readonly #raw: Buffer;
  readonly #onDataStart: OnDataStart;

  constructor(raw: Buffer, onDataStart: OnDataStart) {
    super();
    this.size = raw.length;
    this.#raw = raw;
    this.#onDataStart = onDataStart;
  }

  override _read(): void {
    if (this.asked) return;
    this.asked = true;
    this.#onDataStart().then(
      (ours) => (ours ? this.#handOver() : this.#abandon()),
      () => this.#abandon(),
    );
  }

  #handOver(): void {
    this.handedOver = true;
    this.push(this.#raw);
    this.push(null);
  }

  #abandon(): void {
    this.abandoned = true;
    this.destroy(new Error("held back"));
  }
}
