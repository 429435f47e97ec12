import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type Answer, decode, encode } from "dns-packet";

/** What a name says: TXT by its texts, MX by "10 host", A by its addresses; "fail" is a server that cannot answer. */
export type Zone = Record<string, string[] | "fail">;

export type DnsServer = { address: string; zone: Zone; close(): Promise<void> };

/** A name server on loopback that answers from `zone`, keyed "TXT host", "MX host" and "A host"; the zone may be changed at any time. */
export async function startDnsServer(zone: Zone = {}): Promise<DnsServer> {
  const socket = createSocket("udp4");
  socket.on("message", (message, { port, address }) => {
    const query = decode(message);
    const question = query.questions?.[0];
    if (!question) return;
    const known = zone[`${question.type} ${question.name.toLowerCase()}`];
    // The flags hold the answer's code: 2 SERVFAIL, 3 NXDOMAIN (RFC 1035 §4.1.1).
    const flags = known === "fail" ? 2 : known === undefined ? 3 : 0;
    const answers = Array.isArray(known)
      ? known.map((value) => answerOf(question.name, question.type, value))
      : [];
    socket.send(
      encode({ type: "response", id: query.id ?? 0, flags, questions: [question], answers }),
      port,
      address,
    );
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `127.0.0.1:${socket.address().port}`,
    zone,
    async close() {
      socket.close();
      await once(socket, "close");
    },
  };
}

function answerOf(name: string, type: string, value: string): Answer {
  if (type === "MX") {
    const [preference, exchange = ""] = value.split(" ");
    return { type: "MX", name, ttl: 1, data: { preference: Number(preference), exchange } };
  }
  if (type === "A") return { type, name, ttl: 0, data: value };
  // A text of more than 255 characters goes over the wire in pieces.
  return { type: "TXT", name, ttl: 1, data: value.match(/.{1,255}/gs) ?? [""] };
}
