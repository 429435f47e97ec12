import type { Readable } from "node:stream";
import type { Logger } from "pino";
import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from "smtp-server";

/** Where an address of ours leads: a case's dialogue, the reports about a mail we sent, or the way out of surveys. */
export type InboundTarget = {
  purpose: "case" | "reply" | "bounce" | "opt-out";
  workspaceId: string;
  number: number;
};

/** What the server asks of the product. */
export type InboundDoor = {
  /** Whose mail `localPart` takes, or null when it is not an address of ours. */
  resolve(localPart: string): Promise<InboundTarget | null>;
  /** Whether bounces come back to `host`, beside the server's own domain. */
  isReturnPath(host: string): Promise<boolean>;
  /** Keeps the mail as it came, for good, before it is acknowledged. */
  store(target: InboundTarget, mail: { mailFrom: string; rcptTo: string; raw: Buffer }): Promise<void>;
};

const mostBytes = 25 * 1024 * 1024;
const mostRecipients = 50;
const mostPerAddress = 10;

/**
 * The server customers' mail comes in by (RELIABILITY.md 2.4, F8): it takes mail for our own, signed
 * addresses and no other, says 250 only when the bytes are committed, and 451 when they could not be.
 */
export function createInboundServer(settings: {
  domain: string;
  door: InboundDoor;
  log: Logger;
}): SMTPServer {
  const { domain, door, log } = settings;
  const targets = new WeakMap<SMTPServerSession, Map<string, InboundTarget>>();
  const connected = new Map<string, number>();

  return new SMTPServer({
    banner: "Svar",
    authOptional: true,
    disabledCommands: ["AUTH"],
    size: mostBytes,
    maxClients: 100,
    socketTimeout: 300_000,
    closeTimeout: 10_000,
    logger: false,
    disableReverseLookup: true,

    onConnect(session, done) {
      const open = connected.get(session.remoteAddress) ?? 0;
      if (open >= mostPerAddress) return done(refusal(421, "4.7.0 Too many connections from your address"));
      connected.set(session.remoteAddress, open + 1);
      done();
    },
    onClose(session) {
      const open = (connected.get(session.remoteAddress) ?? 1) - 1;
      if (open > 0) connected.set(session.remoteAddress, open);
      else connected.delete(session.remoteAddress);
    },
    onRcptTo(address, session, done) {
      const known = targets.get(session) ?? new Map<string, InboundTarget>();
      targets.set(session, session.envelope.rcptTo.length === 0 ? new Map() : known);
      resolveRecipient(address, session)
        .then((target) => {
          targets.get(session)?.set(address.address, target);
          done();
        })
        .catch((error: Error) => done(error));
    },
    onData(stream, session, done) {
      collect(stream)
        .then((raw) => storeAll(raw, session))
        .then(() => done())
        .catch((error: Error) => done(asRefusal(error)));
    },
  });

  async function resolveRecipient(
    address: SMTPServerAddress,
    session: SMTPServerSession,
  ): Promise<InboundTarget> {
    const at = address.address.lastIndexOf("@");
    const host = address.address.slice(at + 1).toLowerCase();
    const ours = host === domain.toLowerCase();
    const lookedUp = <T>(answer: Promise<T>) =>
      answer.catch((error: unknown) => {
        log.error({ err: error }, "inbound mail: recipient could not be looked up");
        throw refusal(451, "4.3.0 Try again later");
      });
    if (!ours && !(await lookedUp(door.isReturnPath(host)))) throw refusal(550, "5.7.1 We do not relay");
    if (session.envelope.rcptTo.length >= mostRecipients) throw refusal(452, "4.5.3 Too many recipients");
    const target = await lookedUp(door.resolve(address.address.slice(0, at)));
    // At a return path there are bounces and nothing else.
    if (!ours && target?.purpose !== "bounce") throw refusal(550, "5.1.1 There is no such address here");
    if (!target) throw refusal(550, "5.1.1 There is no such address here");
    return target;
  }

  async function storeAll(raw: Buffer, session: SMTPServerSession): Promise<void> {
    const sender = session.envelope.mailFrom;
    const mailFrom = sender ? sender.address : "";
    for (const [rcptTo, target] of targets.get(session) ?? []) {
      await door.store(target, { mailFrom, rcptTo, raw });
    }
  }

  function asRefusal(error: Error): Error {
    if ("responseCode" in error) return error;
    log.error({ err: error }, "inbound mail could not be kept");
    return refusal(451, "4.3.0 Try again later");
  }
}

async function collect(stream: Readable & { sizeExceeded?: boolean }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > mostBytes) throw refusal(552, "5.3.4 The mail is larger than 25 MB");
  return Buffer.concat(chunks);
}

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
