import type { Db, Tx } from "#db/client.ts";
import { runPrepared, type Statements } from "#db/prepared.ts";
import { withoutValues } from "#db/without-values.ts";
import { refusingImpossibleText } from "#server/impossible-text.ts";
import type { LiveKind } from "#server/live/events.ts";
import type { Queue } from "#server/queue/queue.ts";
import { currentRequestId } from "#server/request-id.ts";
import type { Site } from "#server/site.ts";
import type { TokenCodec } from "#server/token/codec.ts";

declare const workspaceBrand: unique symbol;

/** A tenant's id. Only server/entry.ts makes one, after it has seen a session, a token or a key that belongs there. */
export type WorkspaceId = string & { readonly [workspaceBrand]: true };

export type Role = "viewer" | "agent" | "manager" | "admin";

/**
 * What a member sees who does not see everything: the cases and answers of these teams, what is theirs (or of whom they
 * stand in for) or mentions them, and what belongs to no team where `teamless` says so (docs/decisions/0052).
 */
export type Sight = { memberIds: string[]; teamIds: string[]; teamless: boolean };

/** Who acts. */
export type Actor =
  | { kind: "member"; userId: string; role: Role; name: string; email: string }
  | { kind: "api-key"; keyId: string }
  | { kind: "respondent" }
  /** Somebody who has a share link: may look at what it shows, and at nothing else. */
  | { kind: "share-reader" }
  | { kind: "system"; task: string };

/** Where an act comes from. A customer's address is never asked for: theirs are null. */
type From = { address: string | null; requestId: string | null };

/** What is known of where a request comes from. */
export const fromWhere = ({ address = null, requestId = currentRequestId() }: Partial<From>): From => ({
  address,
  requestId,
});

/**
 * What every verb is handed. `db` is the transaction of this workspace, `now` the clock (UTC),
 * `nudge` announces after the commit what changed, `queue` enqueues in the same transaction.
 */
export type Ctx = {
  db: Tx;
  workspaceId: WorkspaceId;
  actor: Actor;
  /** Null: all of the workspace. The database keeps to it; a verb looks at it only to tell what its figures are of. */
  sight: Sight | null;
  from: From;
  now: Date;
  queue: Queue;
  tokens: TokenCodec;
  site: Site;
  /**
   * `id`: of what changed, or of the team whose it is, or one of the words in server/live/events.ts; without one, nobody who
   * sees their own teams' things only hears of customers' things.
   */
  nudge(kind: LiveKind, id?: string): void;
};

/**
 * What a verb is handed that is one call of a database function which takes on role and tenant by itself
 * (migration 0012): a `Ctx` will do, and so will the pool, without a transaction around it.
 */
export type AtOnce = Pick<Ctx, "workspaceId" | "now" | "nudge"> & { db: Statements };

/**
 * Runs `work` in one transaction that sees the rows of `workspaceId` and no others: it takes on the role
 * svar_app, which owns nothing, and sets the tenant and the time limits for this transaction only, so that
 * it works behind a transaction pooler. That goes to the server with the first statement of `work`, ahead
 * of it: should it fail, every statement of `work` fails with it. No statement has helpers: requests are many
 * at once, and to start one takes longer than most of them. Returns what `work` returns.
 */
export function inWorkspace<T>(
  db: Db,
  workspaceId: WorkspaceId,
  work: (tx: Tx) => Promise<T>,
  { onlyReads = false, sight = null }: Access & { sight?: Sight | null } = {},
): Promise<T> {
  const entered = [workspaceId, onlyReads ? "on" : "off"];
  if (!sight) return afterFirst(db, enterWorkspace, entered, work);
  return afterFirst(db, `${enterWorkspace}, ${narrowSight(3)}`, [...entered, ...settingsOf(sight)], work);
}

/** With `onlyReads` the database refuses every change. */
export type Access = { onlyReads?: boolean };

/** Sees as little as `sight` for the rest of the transaction, as svar_team; the numbers of parameters begin at `first`. */
const narrowSight = (first: number) => `
  set_config('role', 'svar_team', true), set_config('app.member_ids', $${first}, true),
  set_config('app.team_ids', $${first + 1}, true), set_config('app.teamless', $${first + 2}, true)`;

const settingsOf = ({ memberIds, teamIds, teamless }: Sight): string[] => [
  memberIds.join(","),
  `{${teamIds.join(",")}}`,
  teamless ? "on" : "off",
];

const widenSight = "SELECT set_config('role', 'svar_app', true)";

/** Runs `work` as somebody with this sight would, in the same transaction: for what the system does for a member. */
export function withinSight<T>(ctx: Ctx, sight: Sight | null, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return seeing(ctx, sight, work);
}

/**
 * Runs `work` without regard to what the acting member sees, in the same transaction. Only for what they may do although it
 * ends beyond their sight; what is named from outside is looked up before.
 */
export function beyondSight<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return seeing(ctx, null, work);
}

async function seeing<T>(ctx: Ctx, sight: Sight | null, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (!sight && !ctx.sight) return work(ctx);
  const see = (of: Sight | null) =>
    of
      ? runPrepared(ctx.db, `SELECT ${narrowSight(1)}`, settingsOf(of))
      : runPrepared(ctx.db, widenSight, []);
  await see(sight);
  try {
    return await work({ ...ctx, sight });
  } finally {
    // Where a statement failed, this one does too, and the transaction ends.
    await see(ctx.sight).catch(() => {});
  }
}

/** `work` in a transaction whose first statement goes out with that of `work`, ahead of it. */
function afterFirst<T>(
  db: Db,
  statement: string,
  params: string[],
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const done = db.transaction(async (tx) => {
    const entered = runPrepared(tx, statement, params);
    entered.catch(() => {});
    const result = await work(tx);
    await entered;
    return result;
  });
  return done.catch((error: unknown) => {
    throw refusingImpossibleText(withoutValues(error));
  });
}

// To weigh all orders of eight tables takes the planner longer (7 ms) than to read them; ours begin with what narrows.
const enterWorkspace = `
  SELECT set_config('role', 'svar_app', true), set_config('app.workspace_id', $1, true),
    set_config('transaction_read_only', $2, true),
    set_config('statement_timeout', '60s', true), set_config('lock_timeout', '5s', true),
    set_config('idle_in_transaction_session_timeout', '60s', true),
    set_config('max_parallel_workers_per_gather', '0', true), set_config('join_collapse_limit', '4', true)`;

const enterDoor =
  "SELECT set_config('role', 'svar_door', true), set_config('statement_timeout', '15s', true)";

/** Runs `work` as svar_door, the role that may look up which workspace something belongs to and claim due mail. */
export function atTheDoor<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return afterFirst(db, enterDoor, [], work);
}

/** The id of the member who acts, or null when a program, a respondent or the system does. */
export function memberId(actor: Actor): string | null {
  return actor.kind === "member" ? actor.userId : null;
}
