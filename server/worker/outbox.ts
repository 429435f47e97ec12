import { setTimeout as sleep } from "node:timers/promises";
import type { Subscriber } from "#server/live/subscribe.ts";
import { type BegunRound, beginRound } from "#server/mail/send-due.ts";
import type { Sender } from "#server/mail/sender.ts";
import { TransportDown } from "#server/mail/smtp-pool.ts";

const pollMs = 2_000;
/**
 * While one lane claims and renders, the next keeps the mail server busy. The last takes only mail to persons,
 * so that a reply waits for nobody's campaign, however slow the mail server is (RELIABILITY.md A6).
 */
const lanes = [{ urgentOnly: false }, { urgentOnly: false }, { urgentOnly: true }];
/** Rounds of a lane whose last mails still hang at the server; with more, the lane waits. */
const mostTails = 4;
/** A round takes about this long, so that what a pause has to recall is little. */
const roundMs = 1_000;
const least = 10;
const most = 250;
const longestPauseMs = 60_000;

/** Sends what is due, again and again: at once when something is put into the outbox, else every 2 s. */
export function startOutbox(sender: Sender, subscriber: Subscriber): { stop(): Promise<void> } {
  const controller = new AbortController();
  const { signal } = controller;
  let wake = new AbortController();
  const unsubscribe = subscriber.subscribe("all", (event) => {
    if (event !== "resync" && !event.changes.outbox) return;
    wake.abort();
    wake = new AbortController();
  });
  const idle = () =>
    sleep(pollMs, undefined, { signal: AbortSignal.any([signal, wake.signal]) }).catch(() => {});

  /** Shared by the lanes: one that fails holds back the others too. */
  let failures = 0;
  let pausedUntil = 0;
  function pause(error: unknown): void {
    if (performance.now() < pausedUntil) return;
    const ms = Math.min(1_000 * 2 ** failures, longestPauseMs);
    failures += 1;
    pausedUntil = performance.now() + ms;
    const what = error instanceof TransportDown ? "the mail server cannot be reached" : "sending failed";
    sender.log.warn({ err: error, againInMs: ms }, what);
  }
  const pauseOver = () =>
    sleep(Math.max(0, pausedUntil - performance.now()), undefined, { signal }).catch(() => {});

  async function lane({ urgentOnly }: { urgentOnly: boolean }): Promise<void> {
    const tails = new Set<Promise<void>>();
    let size = least;
    while (!signal.aborted) {
      await pauseOver();
      const began = performance.now();
      try {
        const round = await beginRound(sender, size, { signal, urgentOnly });
        follow(tails, round);
        await round.begun;
        failures = 0;
        if (round.claimed >= size) size = nextSize(round.claimed, performance.now() - began);
        if (round.claimed === 0) await idle();
      } catch (error) {
        pause(error);
      }
      if (tails.size >= mostTails) await Promise.race(tails);
    }
    await Promise.all(tails);
  }

  function follow(tails: Set<Promise<void>>, { finished }: BegunRound): void {
    const tail = finished.catch(pause).finally(() => tails.delete(tail));
    tails.add(tail);
  }

  const running = Promise.all(lanes.map(lane));
  return {
    async stop() {
      controller.abort();
      unsubscribe();
      await running;
    },
  };
}

/** How many mails fit into a round, going by the last one; it grows by half at most. */
function nextSize(claimed: number, ms: number): number {
  const fitting = Math.round((claimed * roundMs) / Math.max(ms, 1));
  return Math.max(least, Math.min(fitting, Math.ceil(claimed * 1.5), most));
}
