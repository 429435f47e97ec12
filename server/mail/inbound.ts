import type { Readable } from "node:stream";
import type { Logger } from "pino";
import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from "smtp-server";
import { type Collected, collectMail, pieceBytes } from "./collect.ts";
import { connectionLimits } from "./connection-limits.ts";
import { oneByOne } from "./one-by-one.ts";

/** Where an address of ours leads: a case's dialogue, from its customer or from a colleague who was told of it; the reports about a mail we sent; or the way out of surveys. */
export type InboundTarget = {
  purpose: "case" | "reply" | "notification" | "bounce" | "opt-out";
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
  store(target: InboundTarget, mail: { mailFrom: string; rcptTo: string; bytes: Collected }): Promise<void>;
};

const mostBytes = 25 * 1024 * 1024;
/** A mail that does not end before this is not even read to its end. */
const endlessBytes = 4 * mostBytes;
const mostRecipients = 50;
/** Postfix keeps a connection it uses for five minutes; whoever needs longer for one mail than this keeps others out. */
const lifetimeMs = 900_000;

/**
 * The server customers' mail comes in by (RELIABILITY.md 2.4, F8): it takes mail for our own, signed
 * addresses and no other, says 250 only when the bytes are committed, and 451 when they could not be.
 */
export function createInboundServer(settings: {
  domain: string;
  door: InboundDoor;
  log: Logger;
  /** How long one connection may last, in milliseconds. */
  lifetime?: number;
}): SMTPServer {
  const { domain, door, log, lifetime = lifetimeMs } = settings;
  const targets = new WeakMap<SMTPServerSession["envelope"], Map<string, InboundTarget>>();
  const limits = connectionLimits(lifetime, (session) => end(session, "4.4.2 You took too long"));
  const inTurn = oneByOne();

  const server = new SMTPServer({
    banner: "Svar",
    authOptional: true,
    disabledCommands: ["AUTH", "WIZ", "SHELL", "KILL"],
    size: mostBytes,
    maxClients: 100,
    socketTimeout: 300_000,
    closeTimeout: 10_000,
    logger: false,
    disableReverseLookup: true,

    onConnect(session, done) {
      done(limits.admit(session) ? null : refusal(421, "4.7.0 Too many connections from your address"));
    },
    onClose: (session) => limits.leave(session),
    onRcptTo(address, session, done) {
      resolveRecipient(address, session)
        .then((target) => {
          targets.set(
            session.envelope,
            (targets.get(session.envelope) ?? new Map()).set(address.address, target),
          );
          done();
        })
        .catch((error: Error) => done(orEnd(error, session)));
    },
    onData(stream, session, done) {
      takeIn(stream, session)
        .then(() => done())
        .catch((error: Error) => done(asRefusal(error)));
    },
  });
  return server;

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

  function orEnd(error: Error, session: SMTPServerSession): Error {
    const isUnknown = "responseCode" in error && error.responseCode === 550;
    return isUnknown && limits.countRefused(session)
      ? refusal(421, "4.7.0 Too many addresses that are not here")
      : error;
  }

  async function takeIn(stream: Readable, session: SMTPServerSession): Promise<void> {
    const watch = setInterval(() => {
      if (endless(stream)) end(session, "4.3.4 The mail is larger than 25 MB, and does not end");
    }, 1000);
    const mail = await collectMail(stream, mostBytes).finally(() => clearInterval(watch));
    if (!mail) throw refusal(552, "5.3.4 The mail is larger than 25 MB");
    const store = () => storeAll(mail, session);
    // A hundred of those that are kept in pieces at once would keep the database from everything else.
    await (mail.size > pieceBytes ? inTurn(store) : store()).finally(() => mail.discard());
  }

  async function storeAll(bytes: Collected, session: SMTPServerSession): Promise<void> {
    const sender = session.envelope.mailFrom;
    const mailFrom = sender ? sender.address : "";
    for (const [rcptTo, target] of targets.get(session.envelope) ?? []) {
      await door.store(target, { mailFrom, rcptTo, bytes });
    }
  }

  function end(session: SMTPServerSession, why: string): void {
    for (const connection of server.connections) {
      if (connection.session === session) connection.send(421, why);
    }
  }

  function asRefusal(error: Error): Error {
    if ("responseCode" in error) return error;
    log.error({ err: error }, "inbound mail could not be kept");
    return refusal(451, "4.3.0 Try again later");
  }
}

/** smtp-server counts what it has passed on. */
const endless = (stream: Readable & { byteLength?: number }) => (stream.byteLength ?? 0) > endlessBytes;

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
