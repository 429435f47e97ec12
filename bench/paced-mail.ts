import { setTimeout as sleep } from "node:timers/promises";
import { type Reply, smtpSink } from "#server/test/smtp-sink.ts";

/** A mail server on loopback that takes so many mails a second, all connections together, and keeps what it took. */
export async function startPacedMail(perSecond: number) {
  let next = performance.now();
  let paced = true;
  const taken: number[] = [];
  const sink = await smtpSink({
    async data(): Promise<Reply> {
      taken.push(Date.now());
      if (!paced) return "ok";
      const now = performance.now();
      next = Math.max(now, next + 1_000 / perSecond);
      await sleep(next - now);
      return "ok";
    },
  });
  return {
    url: sink.url,
    /** From now on it takes them as fast as they come. */
    hurry() {
      paced = false;
    },
    close: () => sink.close(),
    /** When each mail came (epoch milliseconds). */
    taken: taken as readonly number[],
    /** Every mail taken, as the fault tests judge them. */
    arrivals: () => sink.mails.map(({ to, messageId }) => ({ to, messageId, acknowledged: true })),
  };
}
