/** What a webhook answered; without a status it could not be asked, and `text` says why. */
export type Answer = { status: number | null; text: string; retryAfterSeconds: number | null };

export type Outcome =
  | { state: "sent" }
  /** Tried again after so many seconds; `patience`: so is everything else of the channel. */
  | { state: "deferred"; again: number; patience: boolean }
  | { state: "failed" };

const minute = 60;
const hour = 60 * minute;
const giveUpAfter = 24 * hour;
const longest = 4 * hour;
const longestPatience = 12 * hour;

/** Seconds until the next try after `attempt` tries, ±20 %: 30 s, 90 s, 4.5 min … at most 4 h; `chance` is in [0, 1). */
export function retryDelay(attempt: number, chance: number): number {
  const plain = Math.min(30 * 3 ** (Math.max(1, attempt) - 1), longest);
  return Math.min(plain * (0.8 + 0.4 * chance), longest);
}

/**
 * What becomes of a message after a try. 2xx: it has arrived. 404 and 410: the webhook is gone, and so is the message. 400 and
 * 413: this message will never be taken. Everything else is tried again, for a day; 429 when it is asked to be.
 */
export function outcomeOf(
  message: { attempts: number; firstTriedAt: Date | null },
  answer: Answer,
  now: Date,
  chance: number,
): Outcome {
  const { status } = answer;
  if (status !== null && status >= 200 && status < 300) return { state: "sent" };
  if (isGone(answer) || status === 400 || status === 413) return { state: "failed" };
  const patience = status === 429;
  const asked = patience ? Math.min(answer.retryAfterSeconds ?? 0, longestPatience) : 0;
  const again = Math.max(asked, retryDelay(message.attempts, chance));
  const triedFor = (now.getTime() - (message.firstTriedAt ?? now).getTime()) / 1000;
  return triedFor + again > giveUpAfter ? { state: "failed" } : { state: "deferred", again, patience };
}

/** Whether there is no such webhook any more. */
const isGone = ({ status }: Answer): boolean => status === 404 || status === 410;

const patienceMs = 3 * 24 * hour * 1000;

/** Why a channel is switched off after a message that did not arrive, or null: it is gone, or has failed for three days. */
export function offBecause(
  channel: { failingSince: Date | null },
  answer: Answer,
  now: Date,
): "gone" | "failing" | null {
  if (isGone(answer)) return "gone";
  const since = channel.failingSince ?? now;
  return now.getTime() - since.getTime() >= patienceMs ? "failing" : null;
}
