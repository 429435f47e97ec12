import { type Claim, claimDue } from "./claim.ts";
import { gather } from "./gather.ts";
import { markDataStarted, releaseLease, renewLease } from "./lease.ts";
import { pauseDomain } from "./pause-domain.ts";
import { type PreparedMail, prepareMails } from "./prepare.ts";
import type { OutboundMail } from "./rendered.ts";
import { classifyFailure, isDatabaseAway, type Outcome, outcomeOf } from "./rules.ts";
import type { Sender } from "./sender.ts";
import { createSettler, type Settler } from "./settler.ts";
import { TransportDown } from "./smtp-pool.ts";
import type { Delivery } from "./smtp-session.ts";

const renewMs = 2_000;

/** A round on its way. Both promises reject with TransportDown when the mail server went away. */
export type BegunRound = {
  claimed: number;
  /** Every mail is being sent or done: the next round may begin beside the last of them. */
  begun: Promise<void>;
  finished: Promise<void>;
};

type RoundOptions = { signal?: AbortSignal | undefined; urgentOnly?: boolean };

/**
 * Begins a round of sending: claims up to `limit` due mails, renders them, sends them over the transport's
 * sessions and settles each. No transaction is open while SMTP is spoken. When `signal` says stop, what has
 * begun is finished and the rest is given back.
 * @throws TransportDown when the mail server cannot be reached; the mails are back in the queue, unharmed.
 */
export async function beginRound(
  sender: Sender,
  limit: number,
  { signal, urgentOnly }: RoundOptions = {},
): Promise<BegunRound> {
  await sender.transport.ready();
  const claim = await claimDue(sender.db, { limit, at: sender.clock?.(), urgentOnly });
  if (claim.mails.length === 0) return { claimed: 0, begun: Promise.resolve(), finished: Promise.resolve() };
  return { claimed: claim.mails.length, ...new Round(sender, claim, signal).run() };
}

/** A whole round, as `beginRound` begins it. Returns how many mails were claimed. @throws TransportDown */
export async function sendDue(sender: Sender, limit: number, signal?: AbortSignal): Promise<number> {
  const { claimed, begun, finished } = await beginRound(sender, limit, { signal });
  // Whatever goes wrong, both say; only the end has given back what was not sent.
  await Promise.allSettled([begun, finished]);
  await finished;
  return claimed;
}

/** The mails of one claim on their way. */
class Round {
  readonly #sender: Sender;
  readonly #claim: Claim;
  readonly #signal: AbortSignal | undefined;
  readonly #settler: Settler;
  readonly #mark: (mail: OutboundMail) => Promise<boolean>;
  /** Claimed and not finished, by id; a mail leaves when it is settled or lost. */
  readonly #open: Map<string, OutboundMail>;
  /** Receiving domains that asked for patience during this round. */
  readonly #resting = new Set<string>();
  #down: TransportDown | undefined;
  #heavy: Promise<void> = Promise.resolve();

  constructor(sender: Sender, claim: Claim, signal: AbortSignal | undefined) {
    this.#sender = sender;
    this.#claim = claim;
    this.#signal = signal;
    this.#settler = createSettler(sender, claim.token);
    this.#open = new Map(claim.mails.map((mail) => [mail.id, mail]));
    this.#mark = gather(async (mails) => {
      const ids = await markDataStarted(sender.db, claim.token, mails, sender.clock?.());
      return mails.map((mail) => ids.has(mail.id));
    });
  }

  run(): Pick<BegunRound, "begun" | "finished"> {
    const renewal = setInterval(() => this.#renew(), renewMs);
    const prepared = prepareMails(this.#sender, this.#claim.mails).then((mails) => this.#sendAll(mails));
    return {
      begun: prepared.then((loops) => Promise.race(loops)).then(() => this.#complain()),
      finished: this.#finish(prepared, renewal),
    };
  }

  async #finish(prepared: Promise<Promise<void>[]>, renewal: NodeJS.Timeout): Promise<void> {
    try {
      await Promise.all(await prepared);
    } finally {
      await this.#settler.done();
      clearInterval(renewal);
      await this.#release();
    }
    this.#complain();
  }

  #complain(): void {
    if (this.#down) throw this.#down;
  }

  /** As many loops as there are sessions, each with one mail at a time. The first to end has found nothing left. */
  async #sendAll(prepared: PreparedMail[]): Promise<Promise<void>[]> {
    const queue = prepared.values();
    const sendOn = async () => {
      for (const next of queue) {
        if (this.#down || this.#signal?.aborted) return;
        if (this.#open.has(next.mail.id) && !this.#resting.has(next.mail.toDomain)) await this.#send(next);
      }
    };
    return Array.from({ length: this.#sender.transport.sessions }, sendOn);
  }

  async #send({ mail, render, loadFiles, returnTo }: PreparedMail): Promise<void> {
    const mark = () => this.#mark(mail);
    try {
      const rendered = render();
      const delivery = rendered.bytesOfFiles
        ? await this.#alone(async () =>
            this.#sender.transport.send(mail, { ...rendered, files: await loadFiles() }, returnTo, mark),
          )
        : await this.#sender.transport.send(mail, rendered, returnTo, mark);
      if (delivery !== "lost") this.#settleDelivery(mail, delivery);
    } catch (error) {
      if (error instanceof TransportDown) this.#down = error;
      else if (!isDatabaseAway(error)) this.#settle(mail, unsendable(error));
    }
  }

  /** Mails with files are sent one after another: each may take a hundred megabytes while it is written. */
  #alone<T>(send: () => Promise<T>): Promise<T> {
    const sent = this.#heavy.then(send);
    this.#heavy = sent.then(
      () => {},
      () => {},
    );
    return sent;
  }

  #settleDelivery(mail: OutboundMail, delivery: Exclude<Delivery, "lost">): void {
    if (delivery.sent) {
      this.#settle(mail, { state: "sent", status: delivery.status, text: delivery.text });
      return;
    }
    const now = this.#sender.clock?.() ?? new Date();
    const outcome = outcomeOf(mail, delivery.failure, now, Math.random());
    const kind = classifyFailure(delivery.failure);
    if (kind === "domain") this.#rest(mail.toDomain, delivery.failure.text);
    this.#settle(mail, outcome, kind === "policy");
  }

  #settle(mail: OutboundMail, outcome: Outcome, refused = false): void {
    this.#open.delete(mail.id);
    this.#settler.settle(mail, outcome, refused);
  }

  /** A domain that asks for patience gets nothing more of this round, and what all workers give it is less. */
  #rest(domain: string, reply: string): void {
    if (this.#resting.has(domain)) return;
    this.#resting.add(domain);
    pauseDomain(this.#sender.db, domain, reply, this.#sender.clock?.()).catch((error) =>
      this.#sender.log.warn({ err: error, domain }, "domain not paused"),
    );
  }

  /** What was not begun goes back; when even that cannot be written, its lease runs out. */
  async #release(): Promise<void> {
    const { db, clock, log } = this.#sender;
    await releaseLease(db, this.#claim.token, [...this.#open.values()], clock?.()).catch((error) =>
      log.warn({ err: error }, "mails not given back"),
    );
  }

  /** Keeps what is ours, and learns what was taken away. */
  async #renew(): Promise<void> {
    const mails = [...this.#open.values()];
    if (mails.length === 0) return;
    try {
      const ours = await renewLease(this.#sender.db, this.#claim.token, mails, this.#sender.clock?.());
      for (const { id } of mails) if (!ours.has(id)) this.#open.delete(id);
    } catch (error) {
      this.#sender.log.warn({ err: error }, "leases not renewed");
    }
  }
}

function unsendable(error: unknown): Outcome {
  const why = error instanceof Error ? error.message : String(error);
  return { state: "failed", status: null, text: `could not be written: ${why}` };
}
