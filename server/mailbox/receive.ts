import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import type { MailStore } from "./store.ts";

const mostBytes = 30_000_000;

/** An SMTP server that takes every mail for everybody and keeps it in `store`; 250 means it is on disk. */
export function createReceiver(store: MailStore): SMTPServer {
  return new SMTPServer({
    name: "mailbox.localhost",
    banner: "Svar's local mailbox: every mail ends here",
    size: mostBytes,
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 2_000,
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      const envelope = { from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address) };
      buffer(stream)
        .then((raw) => (stream.sizeExceeded ? Promise.reject(tooLarge()) : store.add(raw, envelope)))
        .then(() => done(), done);
    },
  });
}

function tooLarge(): Error {
  return Object.assign(new Error("5.3.4 The mail is too large for the local mailbox"), { responseCode: 552 });
}
