import { isMarkedAutomatic, soundsAutomatic } from "./automatic.ts";
import { isFromMailSystem, looksLikeBounce } from "./bounce-signs.ts";
import { statusIn, worstRecipient } from "./delivery-status.ts";
import { type Notification, notificationIn } from "./notification.ts";
import { addressedIn, originalMessageId } from "./original.ts";
import { type ReadMail, readMail } from "./read.ts";
import { type BounceReason, reasonOf, severityOf } from "./reasons.ts";

/** What a mail that came in is; of a bounce how bad, why, for whom and about which mail of ours. */
export type Classified = {
  kind: "bounce" | "complaint" | "auto_reply" | "human_reply";
  severity: "hard" | "soft" | null;
  /** Enhanced status code (RFC 3463) as the report has it. */
  status: string | null;
  reason: BounceReason | null;
  recipient: string | null;
  /** With its angle brackets. */
  originalMessageId: string | null;
};

/**
 * Tells bounces, complaints, auto-replies and people's replies apart by a mail's content (RFC 3464, 5965, 3834,
 * 8098, and the free texts of servers that follow none). It never throws; a mail that cannot be read is taken
 * for a person's, so that somebody looks at it.
 */
export async function classifyMail(raw: Uint8Array): Promise<Classified> {
  try {
    return judge(await readMail(raw));
  } catch {
    return unclassified;
  }
}

/** What a mail is taken for that cannot be read. */
export const unclassified: Classified = other("human_reply", null);

function judge(mail: ReadMail): Classified {
  if (mail.feedbackReport !== null || mail.reportType === "feedback-report") return feedback(mail);
  if (mail.isReadReceipt || mail.reportType === "disposition-notification") return other("auto_reply", mail);
  const notification = notificationIn(mail);
  if (notification) return notified(mail, notification);
  if (/^(?:x-hmxmroriginalrecipient|x-aol-inrly)$/im.test([...mail.headers.keys()].join("\n")))
    return other("complaint", mail);
  if (/^x-hmxmroriginalrecipient:/im.test(mail.original ?? "")) return other("complaint", mail);
  const status = mail.deliveryStatus === null ? null : worstRecipient(mail.deliveryStatus);
  if (status && (mail.reportType === "delivery-status" || isFromMailSystem(mail) || looksLikeBounce(mail))) {
    if (status.action === "delivered" || status.action === "relayed" || status.action === "expanded")
      return other("auto_reply", mail);
    return bounce(mail, status);
  }
  if (looksLikeBounce(mail)) return bounce(mail, null);
  return other(isMarkedAutomatic(mail) || soundsAutomatic(mail) ? "auto_reply" : "human_reply", mail);
}

function notified(mail: ReadMail, told: Notification): Classified {
  const { kind, recipient, status } = told;
  if (kind === "delivery") return other("auto_reply", mail);
  if (kind === "complaint") return { ...other("complaint", mail), recipient };
  const reason = reasonOf(told.said, status) ?? (told.isTransient ? "network" : "user_unknown");
  const severity = told.isTransient ? "soft" : severityOf(reason);
  return { kind, severity, status, reason, recipient, originalMessageId: originalMessageId(mail) };
}

function feedback(mail: ReadMail): Classified {
  const type = /^feedback-type:\s*([\w-]+)/im.exec(mail.feedbackReport ?? "")?.[1]?.toLowerCase() ?? "abuse";
  const isComplaint = !["not-spam", "auth-failure", "dmarc"].includes(type);
  const recipient =
    /^(?:original-rcpt-to|final-recipient|removal-recipient):\s*(?:rfc822;)?\s*<?([^\s<>;]{1,200}@[^\s<>;]{1,200})/im.exec(
      mail.feedbackReport ?? "",
    )?.[1] ?? null;
  const found = other(isComplaint ? "complaint" : "auto_reply", mail);
  return { ...found, recipient: recipient?.toLowerCase() ?? found.recipient };
}

function bounce(mail: ReadMail, report: ReturnType<typeof worstRecipient>): Classified {
  const own = wordsOfServer(mail);
  const said = report?.diagnostic.trim() ? report.diagnostic : own;
  const status = report?.status ?? statusIn(own);
  const specific = reasonOf(said, status);
  const vague = specific === null || specific === "policy";
  // A report whose diagnostic says little is often explained in the words above it.
  const explained = vague && said !== own ? reasonOf(own, status) : null;
  const reason = explained && explained !== "network" ? explained : (specific ?? "policy");
  const isTransient = report?.action === "delayed" || isForNow(status, said);
  return {
    kind: "bounce",
    severity: isTransient || isDelay(mail, report) ? "soft" : severityOf(reason),
    status,
    reason,
    recipient: report?.recipient ?? addressedIn(mail),
    originalMessageId: originalMessageId(mail),
  };
}

/** Whether the server's codes are those of a try that may succeed later (4xx), and none says for good. */
function isForNow(status: string | null, said: string): boolean {
  const codes = [...said.slice(0, 4000).matchAll(/(?:^|[^\d.])([45][0-57]\d)[ -]/g)].map(
    (match) => match[1]!,
  );
  if (codes.some((code) => code.startsWith("5"))) return false;
  return status ? status.startsWith("4.") : codes.length > 0;
}

/** What the server says about the failure: its letter without the returned mail below it. */
function wordsOfServer({ text, subject }: ReadMail): string {
  const cut = text.search(
    /^(?:-{2,} ?(?:below this line|this is a copy|original message|the (?:body|header)|included|undelivered message|returned|ursprüngliche)|received: |return-path: )/im,
  );
  return `${subject}\n${(cut > 0 ? text.slice(0, cut) : text).slice(0, 4000)}`;
}

/** A notice that delivery is late and goes on. */
function isDelay({ subject, text }: ReadMail, report: ReturnType<typeof worstRecipient>): boolean {
  if (report?.action === "failed") return false;
  const said = `${subject}\n${text.slice(0, 3000)}`;
  return /(?:delivery|message|mail)[^.\n]{0,30}(?:delayed|is late|still in (?:the )?queue)|\(delay\)|warning: (?:message|could not send)|will (?:continue to try|keep trying|be retried|retry)|no action is required on your part|this is (?:only )?a warning|delay notification|försenad|forsinket|verzöger/i.test(
    said,
  );
}

function other(kind: Exclude<Classified["kind"], "bounce">, mail: ReadMail | null): Classified {
  const originalId = mail && originalMessageId(mail);
  const recipient = mail && kind === "complaint" ? addressedIn(mail) : null;
  return { kind, severity: null, status: null, reason: null, recipient, originalMessageId: originalId };
}
