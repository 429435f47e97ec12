import { once } from "node:events";
import { connect } from "node:net";

/** One connection to a mail server, line by line, for what no mail program would say. */
export type SmtpTalk = {
  /** Sends `text` and a line end, and returns the server's whole reply to it. */
  ask(text: string): Promise<string>;
  /** Sends bytes as they are, no faster than they are taken. Ends quietly when the server has hung up. */
  pour(bytes: Buffer | string): Promise<void>;
  /** The next reply that nobody has read, or "" when the server has hung up. */
  reply(): Promise<string>;
  /** Says hello, whose mail it is and to whom, up to the server's "354". */
  begin(from: string, to: string): Promise<string>;
  /** Resolves when the connection is gone. */
  ended: Promise<void>;
  hangUp(): void;
};

/** Connects to `port` on loopback, from `localAddress` when it matters who asks, and reads the greeting. */
export async function smtpTalk(port: number, localAddress = "127.0.0.1"): Promise<SmtpTalk> {
  const socket = connect({ host: "127.0.0.1", port, localAddress });
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => {});
  let heard = "";
  const waiting: ((reply: string) => void)[] = [];
  const serve = () => {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(heard)?.[0];
      if (whole === undefined || waiting.length === 0) break;
      heard = heard.slice(whole.length);
      waiting.shift()!(whole.trimEnd());
    }
    if (socket.destroyed || socket.readableEnded) while (waiting.length > 0) waiting.shift()!("");
  };
  socket.on("data", (data) => {
    heard += data.toString("latin1");
    serve();
  });
  socket.on("end", serve);
  socket.on("close", serve);

  const reply = () =>
    new Promise<string>((resolve) => {
      waiting.push(resolve);
      serve();
    });
  const pour = async (bytes: Buffer | string) => {
    if (!socket.writable) return;
    if (!socket.write(bytes)) await Promise.race([once(socket, "drain"), ended]);
  };
  const ask = async (text: string) => {
    await pour(`${text}\r\n`);
    return reply();
  };
  await reply();
  return {
    ask,
    pour,
    reply,
    async begin(from, to) {
      await ask("EHLO customer.example");
      await ask(`MAIL FROM:<${from}>`);
      await ask(`RCPT TO:<${to}>`);
      return ask("DATA");
    },
    ended,
    hangUp: () => socket.destroy(),
  };
}
