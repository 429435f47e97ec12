import type { ReadMail } from "./read.ts";

/** What Amazon SES tells by mail through SNS, as JSON in the text: what happened, to whom, and in the server's words. */
export type Notification = {
  kind: "bounce" | "complaint" | "delivery";
  recipient: string | null;
  status: string | null;
  /** The server's words, or those that SES has for this kind of failure. */
  said: string;
  isTransient: boolean;
};

/** SES's own words for bounceSubType, where the server said nothing. */
const subTypes: Record<string, string> = {
  NoEmail: "no such address",
  Suppressed: "user unknown",
  OnAccountSuppressionList: "user unknown",
  MailboxFull: "mailbox full",
  MessageTooLarge: "message too large",
  ContentRejected: "content rejected",
  AttachmentRejected: "attachment not allowed",
};

/**
 * The notification in a mail, or null when there is none. Mail programs break its long line, so it is looked through,
 * not parsed. Source: Amazon SES Developer Guide, "Amazon SNS notification contents".
 */
export function notificationIn({ fromAddress, headers, text }: ReadMail): Notification | null {
  if (!headers.has("x-amz-sns-message-id") && !fromAddress.endsWith("@sns.amazonaws.com")) return null;
  const said = text.slice(0, 20_000).replace(/!?\r?\n ?/g, "");
  const field = (name: string) =>
    new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.){0,1000})"`).exec(said)?.[1] ?? null;
  const kind = /^(bounce|complaint|delivery)/i.exec(
    field("notificationType") ?? field("eventType") ?? "",
  )?.[1];
  if (!kind) return null;
  const subType = field("bounceSubType") ?? "";
  return {
    kind: kind.toLowerCase() as Notification["kind"],
    recipient: field("emailAddress")?.toLowerCase() ?? null,
    status: field("status"),
    said: field("diagnosticCode") ?? subTypes[subType] ?? "",
    isTransient: field("bounceType") === "Transient",
  };
}
