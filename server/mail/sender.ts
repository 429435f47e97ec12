import type { Logger } from "pino";
import type { Db } from "#db/client.ts";
import type { Ctx } from "#server/context.ts";
import type { TokenCodec } from "#server/token/codec.ts";
import type { ChangedMail } from "./change.ts";
import type { DkimKey } from "./dkim.ts";
import type { Renderers } from "./rendered.ts";
import type { Transport } from "./transport.ts";

/** What mail of a workspace comes from: its own address and return path, and the key that signs for them. */
export type SendingIdentity = { fromAddress: string; returnDomain: string; key: DkimKey };

/** What sending needs from the process it runs in. */
export type Sender = {
  db: Db;
  log: Logger;
  tokens: TokenCodec;
  /** Bounces come back to addresses at this domain. */
  mailDomain: string;
  transport: Transport;
  renderers: Renderers;
  /** What a workspace's mail to customers comes from; null is the platform's own address. */
  identityOf(workspaceId: string): Promise<SendingIdentity | null>;
  /** The job's door (server/entry.ts asSystem). */
  enter<T>(workspaceId: string, task: string, work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** Runs in the transaction that settles the mails. */
  onSettled(ctx: Ctx, mails: ChangedMail[]): Promise<void>;
  /** Called when a campaign's mails were refused five times in a row for reasons of policy (RELIABILITY.md 2.2). */
  onRefused(campaign: { workspaceId: string; campaignId: string }): Promise<void>;
  /** Tests bring their own clock; left out, due times and leases go by the database's. */
  clock?: () => Date;
};
