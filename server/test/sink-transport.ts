import { afterAll } from "vitest";
import { createTransport } from "#server/mail/transport.ts";
import { smtpSink } from "./smtp-sink.ts";

/** A mail server on loopback and the way to it, both closed after the file's tests. */
export async function sinkTransport() {
  const sink = await smtpSink();
  const transport = createTransport({
    smtpUrl: sink.url,
    address: "svar@svar.example",
    dkim: [],
    limits: { sessions: 2 },
  });
  afterAll(async () => {
    transport.close();
    await sink.close();
  });
  return { sink, transport };
}
