import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

export type ReceivedMail = { from: string; to: string; raw: string; messageId: string };

/** What a step of the conversation answers: "ok", a refusal like "550 5.1.1 no such user", or "drop" the connection. */
export type Reply = "ok" | "drop" | `${number} ${string}`;

export type SmtpSink = {
  url: string;
  /** What was accepted: answered with 250, or taken and the connection dropped before the 250. */
  mails: ReceivedMail[];
  close(): Promise<void>;
};

/**
 * A mail server on loopback that keeps what it gets. `script` decides per step; `data` may take its time,
 * and with "drop" the server has taken the mail but its 250 is lost.
 */
export async function smtpSink(
  script: {
    mail?(from: string): Reply;
    rcpt?(to: string): Reply;
    data?(mail: ReceivedMail): Reply | Promise<Reply>;
  } = {},
): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onMailFrom: ({ address }, session, callback) => answer(session, script.mail?.(address), callback),
    onRcptTo: ({ address }, session, callback) => answer(session, script.rcpt?.(address), callback),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks).toString("latin1");
        const mail = {
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : "",
          to: session.envelope.rcptTo[0]!.address,
          raw,
          messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? "",
        };
        const reply = (await script.data?.(mail)) ?? "ok";
        if (reply === "ok" || reply === "drop") mails.push(mail);
        answer(session, reply, callback);
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;

  function answer(session: SMTPServerSession, reply: Reply = "ok", callback: (error?: Error | null) => void) {
    if (reply === "ok") return callback();
    if (reply === "drop") {
      for (const connection of server.connections) if (connection.session === session) connection.close();
      return;
    }
    callback(Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) }));
  }

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
