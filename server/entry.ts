import { eq } from "drizzle-orm";
import type { Logger } from "pino";
import { type Connection, connect, type Tx } from "#db/client.ts";
import { newId } from "#db/id.ts";
import { workspaces } from "#db/schema/index.ts";
import { withoutValues } from "#db/without-values.ts";
import { type Auth, createAuth } from "#server/auth/auth.ts";
import {
  type Access,
  type Actor,
  type AtOnce,
  atTheDoor,
  type Ctx,
  fromWhere,
  inWorkspace,
  type Sight,
  type WorkspaceId,
} from "#server/context.ts";
import { type Env, env, isPooled } from "#server/env.ts";
import { DomainError } from "#server/errors.ts";
import { createOpenedLog, type OpenedLog } from "#server/evidence/opened-log.ts";
import { noteChanges } from "#server/live/changes.ts";
import { createPublisher, type Publisher } from "#server/live/publish.ts";
import { createLog } from "#server/log.ts";
import { membershipOf } from "#server/memberships.ts";
import { readNetworks } from "#server/networks.ts";
import { type Queue, queueOf, startBoss } from "#server/queue/queue.ts";
import { refusal } from "#server/refusal.ts";
import { type CompanySettings, companySignIn } from "#server/single-sign-on/company-sign-in.ts";
import { heldToProvider } from "#server/single-sign-on/hold.ts";
import { siteOf } from "#server/site.ts";
import { workspaceKeyOf } from "#server/token/api-key.ts";
import type { TokenCodec, TokenPurpose, TokenTarget } from "#server/token/codec.ts";
import { createTokenCodec } from "#server/token/codec.ts";
import { applyApiKey } from "#server/workspace/apply-api-key.ts";
import { openInvitation } from "#server/workspace/queries.ts";

/** What one process holds: its connections, its clock, its secrets. */
export type Runtime = {
  env: Env;
  log: Logger;
  clock: () => Date;
  connection: Connection;
  queue: Queue;
  publisher: Publisher;
  opened: OpenedLog;
  tokens: TokenCodec;
  auth: Auth;
  close(): Promise<void>;
};

/** Opens what a process needs. `url` and `clock` let tests bring their own. */
export async function createRuntime(settings: Env, url: string, clock = () => new Date()): Promise<Runtime> {
  const log = createLog(settings.LOG_LEVEL);
  const connection = connect(url, { max: settings.DATABASE_POOL, prepare: !isPooled(settings) });
  const boss = await startBoss(url, (error) => log.error({ error: error.message }, "queue"));
  const publisher = createPublisher(connection.sql, (error) => log.warn({ error }, "announcement lost"));
  const tokens = createTokenCodec(settings.SVAR_SECRET, settings.SVAR_FORMER_SECRETS);
  const companySettings: CompanySettings = {
    db: connection.db,
    opened: () => readNetworks(settings.CHAT_NETWORKS),
    enter: (workspaceId, work) => asSystem(rt, workspaceId, "single sign-on", work),
    onError: (problem) => log.warn({ problem }, "company's sign-in"),
  };
  const rt: Runtime = {
    ...{ env: settings, log, clock, connection },
    queue: queueOf(boss),
    publisher,
    opened: createOpenedLog(connection.db, log),
    tokens,
    auth: createAuth({
      ...{ tokens, db: connection.db, appUrl: settings.APP_URL },
      ...{ secret: settings.SVAR_SECRET, formerSecrets: settings.SVAR_FORMER_SECRETS },
      more: [heldToProvider({ db: connection.db }), companySignIn(companySettings)],
      async invitedAddress(token) {
        return (await withToken(rt, "member-invitation", token, openInvitation))?.email ?? null;
      },
      asPlatform: (task, work) => asSystem(rt, platformWorkspaceId, task, work),
      onAttempt: (attempt) => log.info(attempt, "sign-in"),
      onError: (err) => log.error({ err }, "sign-in"),
    }),
    async close() {
      await rt.opened.flush();
      await publisher.flush();
      await boss.stop({ graceful: false });
      await connection.close();
    },
  };
  return rt;
}

/** The platform's own workspace, made by the migrations: mail that no company sends. */
const platformWorkspaceId = "00000000-0000-7000-8000-000000000000";

const held = globalThis as typeof globalThis & { svarRuntime?: Promise<Runtime> };

/** This process's runtime, opened at the first call that succeeds. It outlives Next's module reloading. */
export function runtime(): Promise<Runtime> {
  held.svarRuntime ??= createRuntime(env(), env().DATABASE_URL).catch((error) => {
    held.svarRuntime = undefined;
    throw error;
  });
  return held.svarRuntime;
}

/** The same, once somebody has needed it; null before. */
export const openedRuntime = (): Promise<Runtime> | null => held.svarRuntime ?? null;

/** `address`: where their request comes from, where that is known. */
export type SignedIn = Person & { address?: string | null; sessionId?: string };
type Person = { id: string; name: string; email: string };

/**
 * The member's door: runs `work` in the workspace with this slug for a signed-in user.
 * @throws like `membershipOf`.
 */
export async function asMember<T>(
  rt: Runtime,
  user: SignedIn,
  slug: string,
  work: (ctx: Ctx) => Promise<T>,
  access?: Access,
): Promise<T> {
  const { workspaceId, role, sight } = await membershipOf(rt.connection.db, user, slug, rt.clock());
  const { id: userId, name, email } = user;
  const actor = { kind: "member", userId, role, name, email } as const;
  const known = (ctx: Ctx) => work({ ...ctx, from: fromWhere(user) });
  return enter(rt, workspaceId as WorkspaceId, actor, known, { ...access, sight });
}

/** What is done behind a token's door with the number of the row that the token names. */
type Work<C, T> = (ctx: C, number: number) => Promise<T>;

/**
 * The token's door: runs `work` with the number of the row that a link's token names.
 * Returns null when the token was not made by us for this purpose or its workspace is gone.
 */
export function withToken<T>(rt: Runtime, purpose: TokenPurpose, token: string, work: Work<Ctx, T>) {
  return withTarget(rt, rt.tokens.open(purpose, token), work);
}

/** The same door for a token that stands in a mail address. */
export function withAddress<T>(rt: Runtime, purpose: TokenPurpose, localPart: string, work: Work<Ctx, T>) {
  return withTarget(rt, rt.tokens.openFromAddress(purpose, localPart), work);
}

/** The reader's door, by the token of a share link: nothing can be written there, and no role is held. Null like `withToken`. */
export function withShare<T>(rt: Runtime, token: string, work: Work<Ctx, T>): Promise<T | null> {
  return withTarget(rt, rt.tokens.open("share", token), work, { kind: "share-reader" });
}

const nobody: Actor = { kind: "respondent" };

async function withTarget<T>(rt: Runtime, target: TokenTarget | null, work: Work<Ctx, T>, actor = nobody) {
  const workspaceId = target && (await workspaceIdByKey(rt, target.workspaceKey));
  const access = { onlyReads: actor.kind === "share-reader" };
  return workspaceId && enter(rt, workspaceId, actor, (ctx) => work(ctx, target.number), access);
}

/** The token's door without a transaction, for verbs that are one statement with role and tenant of its own (context.ts, AtOnce). */
export async function withTokenAtOnce<T>(
  rt: Runtime,
  purpose: TokenPurpose,
  token: string,
  work: Work<AtOnce, T>,
): Promise<T | null> {
  const target = rt.tokens.open(purpose, token);
  const workspaceId = target && (await workspaceIdByKey(rt, target.workspaceKey));
  if (!workspaceId) return null;
  const nudge: AtOnce["nudge"] = (kind, id) => rt.publisher.publish(workspaceId, kind, id);
  return work({ db: rt.connection.db, workspaceId, now: rt.clock(), nudge }, target.number).catch((error) => {
    throw withoutValues(error);
  });
}

/**
 * The program's door: runs `work` in the workspace an API key belongs to.
 * @throws UNAUTHENTICATED when the key is unknown or revoked.
 */
export async function withApiKey<T>(rt: Runtime, key: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const unknown = new DomainError("UNAUTHENTICATED", refusal("keyWrong"));
  const workspaceKey = workspaceKeyOf(key);
  const workspaceId = workspaceKey && (await workspaceIdByKey(rt, workspaceKey));
  if (!workspaceId) throw unknown;
  return enter(rt, workspaceId, { kind: "respondent" }, async (ctx) => {
    const keyId = await applyApiKey(ctx, key);
    if (!keyId) throw unknown;
    return work({ ...ctx, actor: { kind: "api-key", keyId } });
  });
}

/** The job's door: runs `work` in the workspace a task's payload names. */
export function asSystem<T>(
  rt: Runtime,
  workspaceId: string,
  task: string,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return enter(rt, workspaceId as WorkspaceId, { kind: "system", task }, work);
}

/** The founder's door: runs `work` in a workspace that does not exist yet, under the id that `work` must give it. */
export function inNewWorkspace<T>(rt: Runtime, actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return enter(rt, newId() as WorkspaceId, actor, work);
}

const idsByKey = new Map<string, WorkspaceId>();

/** A workspace's key never changes, so a process may remember it. */
async function workspaceIdByKey(rt: Runtime, key: string): Promise<WorkspaceId | null> {
  const known = idsByKey.get(key);
  if (known) return known;
  const [row] = await atTheDoor(rt.connection.db, (tx) =>
    tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.key, key)),
  );
  if (!row) return null;
  idsByKey.set(key, row.id as WorkspaceId);
  return row.id as WorkspaceId;
}

async function enter<T>(
  rt: Runtime,
  workspaceId: WorkspaceId,
  actor: Actor,
  work: (ctx: Ctx) => Promise<T>,
  access: Access & { sight?: Sight | null } = {},
): Promise<T> {
  const nudges: Parameters<Ctx["nudge"]>[] = [];
  const { queue, tokens } = rt;
  const from = fromWhere({});
  const run = async (tx: Tx) => {
    const given = {
      workspaceId,
      actor,
      sight: access.sight ?? null,
      from,
      now: rt.clock(),
      queue,
      tokens,
      site: siteOf(rt.env),
    };
    const done = await work({ ...given, db: tx, nudge: (...nudge) => nudges.push(nudge) });
    await noteChanges(tx, nudges);
    return done;
  };
  const result = await inWorkspace(rt.connection.db, workspaceId, run, access);
  for (const [kind, id] of nudges) rt.publisher.publish(workspaceId, kind, id);
  return result;
}
