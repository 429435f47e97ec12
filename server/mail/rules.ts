import type { MailKind } from "./enqueue.ts";

/** What is known of a try that did not end with the server's 250. Names are nodemailer's. */
export type Failure = {
  code?: string | undefined;
  command?: string | undefined;
  responseCode?: number | undefined;
  text: string;
  /** The server had said 354 and the whole message was handed over. */
  dataStarted: boolean;
};

/**
 * Whose trouble a failure is (RELIABILITY.md 2.2): our way to the mail server, the receiving domain, this
 * message for now, this address for good, our right to send it, or nobody knows whether it arrived.
 */
export type FailureKind =
  | "transport"
  | "domain"
  | "message-temporary"
  | "message-permanent"
  | "policy"
  | "doubt";

const beforeMail = new Set(["CONN", "EHLO", "HELO", "LHLO", "STARTTLS"]);
const connectionCodes = new Set([
  "ECONNECTION",
  "ETIMEDOUT",
  "ESOCKET",
  "EDNS",
  "ETLS",
  "EPROTOCOL",
  "EPROXY",
]);
const signInCodes = new Set(["EAUTH", "ENOAUTH", "EOAUTH2"]);

/** Whose trouble `failure` is. A reply of the server decides; without one, how far the conversation had come. */
export function classifyFailure(failure: Failure): FailureKind {
  const { code = "", command = "", responseCode, dataStarted } = failure;
  if (signInCodes.has(code) || command.startsWith("AUTH")) return "transport";
  if (responseCode === undefined) {
    if (dataStarted) return "doubt";
    return connectionCodes.has(code) ? "transport" : "message-permanent";
  }
  if (responseCode === 421 || isThrottled(failure.text)) return "domain";
  if (beforeMail.has(command)) return "transport";
  if (responseCode < 500) return "message-temporary";
  if (command === "RCPT TO" && !isPolicy(failure.text)) return "message-permanent";
  return "policy";
}

/** 4.7.x: the receiver asks for patience for reasons of policy (RFC 3463 §3.8). */
const isThrottled = (text: string) => /^\D*4\d\d[ -]4\.7\.\d/.test(text);

/** 5.7.x: security or policy, like Gmail's 5.7.26; the address itself may be fine. */
const isPolicy = (text: string) => /^\D*5\d\d[ -]5\.7\.\d/.test(text);

/** What stands on a mail that was stopped because its contact was asked by another one in the meantime. */
export const askedMeanwhile = "asked by another campaign";

const minute = 60;
const hour = 60 * minute;

/** How long a kind of mail is tried, in hours from its first try. A reset link is of no use the next day. */
export const giveUpAfterHours: Record<MailKind, number> = {
  password_reset: 4,
  sign_in_link: 1,
  security_notice: 72,
  member_invitation: 72,
  case_reply: 120,
  own_data: 72,
  domain_lost: 72,
  case_alert: 72,
  case_mention: 72,
  reply_not_sent: 72,
  alert: 72,
  channel_off: 72,
  recovery_check: 72,
  thank_you: 72,
  invitation_test: 24,
  promises_due: 12,
  digest: 24,
  invitation: 72,
  reminder: 72,
};

/**
 * Seconds until the next try after `attempt` tries, ±20 %: 2 min, 6 min, 18 min … at most 4 h for what the
 * receiver asked to wait for; a conversation that broke off is tried again after 5 s, 15 s, 45 s …
 * `chance` is a random number in [0, 1).
 */
export function retryDelay(kind: FailureKind, attempt: number, chance: number): number {
  const first = kind === "transport" || kind === "doubt" ? 5 : 2 * minute;
  const plain = Math.min(first * 3 ** (Math.max(1, attempt) - 1), 4 * hour);
  return Math.min(plain * (0.8 + 0.4 * chance), 4 * hour);
}

/** What becomes of a mail after a try. `again` is in how many seconds it is tried once more. */
export type Outcome =
  | { state: "sent"; status: number; text: string }
  | { state: "deferred"; again: number; doubt: boolean; status: number | null; text: string }
  | { state: "failed" | "in_doubt"; status: number | null; text: string };

export type TriedMail = { kind: MailKind; attempts: number; doubts: number; firstTriedAt: Date | null };

/**
 * What becomes of `mail` after `failure`. What may have arrived is sent once more with the same Message-ID,
 * never a third time; what the receiver asks to wait for is tried until `giveUpAfterHours`; a refusal of the
 * address or of our right to send is final. When the mail server cannot be reached at all there is no try to
 * speak of: the caller releases the mail.
 */
export function outcomeOf(mail: TriedMail, failure: Failure, now: Date, chance: number): Outcome {
  const kind = classifyFailure(failure);
  const last = { status: failure.responseCode ?? null, text: failure.text };
  if (kind === "message-permanent" || kind === "policy") return { state: "failed", ...last };
  const doubt = kind === "doubt";
  if (doubt && mail.doubts > 0) return { state: "in_doubt", ...last };
  const again = retryDelay(kind, mail.attempts, chance);
  const triedFor = (now.getTime() - (mail.firstTriedAt ?? now).getTime()) / 1000;
  if (!doubt && triedFor + again > giveUpAfterHours[mail.kind] * hour) {
    return {
      state: "failed",
      status: last.status,
      text: `given up after ${mail.attempts} tries: ${last.text}`,
    };
  }
  return { state: "deferred", again, doubt, ...last };
}

/** Of a campaign's mails that were handed over or refused: how many there are, and how many came back or were complained about. */
export type Returns = { sent: number; hardBounces: number; complaints: number };

const judgedFrom = 200;
const mostHardBounces = 0.05;
const mostComplaints = 0.001;

/**
 * Why a campaign must stop by itself, or null (RELIABILITY.md 2.2): at 5 % hard bounces or 0.1 % complaints of at
 * least 200 mails, where receivers begin to distrust a sender.
 */
export function brakeOf({ sent, hardBounces, complaints }: Returns): "bounces" | "complaints" | null {
  if (sent < judgedFrom) return null;
  if (complaints / sent >= mostComplaints) return "complaints";
  return hardBounces / sent >= mostHardBounces ? "bounces" : null;
}

/** Whether an error says that the database cannot be reached, and nothing about what was asked of it. */
export function isDatabaseAway(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /^(CONNECT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|08|53|57P)/.test(code);
}
