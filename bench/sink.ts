import { fork } from "node:child_process";
import { SMTPServer } from "smtp-server";
import { end } from "./processes.ts";

export type Sink = { url: string; last(): Promise<string>; stop(): Promise<void> };

/** A mail server in a process of its own that takes everything and remembers the last message. */
export async function startSink(): Promise<Sink> {
  const child = fork(import.meta.filename, { execArgv: ["--import", "tsx"], stdio: "inherit" });
  const told = <T>() =>
    new Promise<T>((resolve) => child.once("message", (message) => resolve(message as T)));
  const port = await told<number>();
  return {
    url: `smtp://127.0.0.1:${port}`,
    async last() {
      const answer = told<string>();
      child.send("last");
      return answer;
    },
    stop: () => end(child),
  };
}

if (process.send) {
  let last = "";
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        last = Buffer.concat(chunks).toString();
        done();
      });
    },
  });
  process.on("message", () => process.send?.(last));
  server.listen(0, "127.0.0.1", () => {
    const address = server.server.address();
    process.send?.(address && typeof address === "object" ? address.port : 0);
  });
}
