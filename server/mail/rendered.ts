import type { outboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { DkimKey } from "./dkim.ts";
import type { MailKind } from "./enqueue.ts";

export type OutboundMail = typeof outboundMails.$inferSelect;

/** A file that goes with a mail. */
export type MailFile = { fileName: string; mediaType: string; content: Uint8Array };

/** A mail ready for SMTP, but for what the outbox adds itself: To, Message-ID, Date, envelope sender, DKIM. */
export type RenderedMail = {
  fromName: string;
  /** Null: the platform's own address. */
  fromAddress: string | null;
  replyTo?: string;
  subject: string;
  html: string;
  text: string;
  inReplyTo?: string;
  references?: string[];
  headers?: Record<string, string>;
  /** How many bytes of files go with it; they are loaded when it is sent (prepare.ts). */
  bytesOfFiles?: number;
  files?: MailFile[];
  /** Signed for this domain as well as for the platform's. */
  signedBy?: DkimKey;
};

/** Of a mail that a machine writes: programs that answer by themselves leave it alone (RFC 3834). */
export const automaticHeaders = {
  "Auto-Submitted": "auto-generated",
  "X-Auto-Response-Suppress": "OOF, AutoReply",
};

/** Loads what a kind of mail is about and renders it. Throwing fails that mail alone (RELIABILITY.md A11). */
export type MailRenderer = (ctx: Ctx, mail: OutboundMail) => Promise<RenderedMail>;

/** Loads the files of a mail at the moment it is sent, so that few are in memory at once. */
type FileLoader = (ctx: Ctx, mail: OutboundMail) => Promise<MailFile[]>;

/**
 * The same for a kind that goes out by the thousand: loads at once what `mails` are about and returns what
 * renders each of them, without the database. Throwing there fails that mail alone.
 */
export type MailPreparer = (ctx: Ctx, mails: OutboundMail[]) => Promise<(mail: OutboundMail) => RenderedMail>;

/** How each kind of mail is rendered. */
export type Renderers = Record<MailKind, { one: MailRenderer; files?: FileLoader } | { many: MailPreparer }>;
