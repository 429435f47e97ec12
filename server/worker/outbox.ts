import { setTimeout as sleep } from "node:timers/promises";
import type { Subscriber } from "#server/live/subscribe.ts";
import { sendDue } from "#server/mail/send-due.ts";
import type { Sender } from "#server/mail/sender.ts";
import { TransportDown } from "#server/mail/smtp-pool.ts";

const pollMs = 2_000;
/** While one lane claims and renders, the other keeps the mail server busy. */
const lanes = 2;
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

  async function lane(): Promise<void> {
    let size = least;
    while (!signal.aborted) {
      await pauseOver();
      const began = performance.now();
      try {
        const claimed = await sendDue(sender, size, signal);
        failures = 0;
        if (claimed >= size) size = nextSize(claimed, performance.now() - began);
        if (claimed === 0) await idle();
      } catch (error) {
        pause(error);
      }
    }
  }

  const running = Promise.all(Array.from({ length: lanes }, lane));
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
