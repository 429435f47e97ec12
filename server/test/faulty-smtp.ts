import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** What may befall a message, and the share of tries it befalls. Together 40 %. */
const faults = {
  refuse: 0.05,
  "421": 0.05,
  "4xx at RCPT": 0.08,
  "4xx after DATA": 0.06,
  "drop in DATA": 0.05,
  hang: 0.03,
  "drop before 250": 0.08,
} as const;

export type Fault = keyof typeof faults;

/** A message that the server took; `acknowledged`: its 250 was sent. */
export type Arrival = { to: string; messageId: string; acknowledged: boolean };

export type FaultySmtp = {
  url: string;
  arrivals: Arrival[];
  /** How often each fault happened. */
  happened: Map<Fault, number>;
  close(): Promise<void>;
};

const hangMs = 8_000;

/**
 * A mail server on loopback that fails 40 % of all tries: it refuses connections, says 421 or 4xx, drops the
 * connection within or after the message, hangs, or takes the message and never says so. `chance` is a random
 * number in [0, 1) for each try.
 */
export async function startFaultySmtp(chance: () => number): Promise<FaultySmtp> {
  const arrivals: Arrival[] = [];
  const happened = new Map<Fault, number>();
  const fates = new Map<string, Fault | null>();
  const note = (fault: Fault) => happened.set(fault, (happened.get(fault) ?? 0) + 1);
  const drop = (session: SMTPServerSession) => {
    for (const connection of server.connections) if (connection.session === session) connection.close();
  };
  const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onConnect(_session, done) {
      if (chance() >= faults.refuse) return done();
      note("refuse");
      done(refusal(421, "4.3.2 too busy"));
    },
    onMailFrom(_address, session, done) {
      const fate = draw(chance());
      fates.set(session.id, fate);
      if (fate) note(fate);
      if (fate === "421") done(refusal(421, "4.7.0 try again later"));
      else if (fate === "hang") setTimeout(() => drop(session), hangMs).unref();
      else done();
    },
    onRcptTo(_address, session, done) {
      if (fates.get(session.id) === "4xx at RCPT") done(refusal(450, "4.2.0 mailbox busy"));
      else done();
    },
    onData(stream, session, done) {
      const fate = fates.get(session.id);
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => {
        if (fate === "drop in DATA") drop(session);
        else chunks.push(chunk);
      });
      stream.on("end", () => {
        if (fate === "drop in DATA") return;
        if (fate === "4xx after DATA") return done(refusal(451, "4.3.0 not now"));
        const messageId = /^message-id:\s*(\S+)/im.exec(Buffer.concat(chunks).toString("latin1"))?.[1] ?? "";
        const acknowledged = fate !== "drop before 250";
        arrivals.push({ to: session.envelope.rcptTo[0]!.address, messageId, acknowledged });
        if (acknowledged) done();
        else drop(session);
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrivals,
    happened,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The fate of one try; "refuse" is drawn for each connection instead. */
function draw(number: number): Fault | null {
  let rest = number;
  for (const [fault, share] of Object.entries(faults)) {
    if (rest < share) return fault === "refuse" ? "4xx at RCPT" : (fault as Fault);
    rest -= share;
  }
  return null;
}
