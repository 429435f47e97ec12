import type { Logger } from "pino";
import type { Db } from "#db/client.ts";
import { runPrepared } from "#db/prepared.ts";

/** A link that was opened: with the score it asks for, or null for the decoy. */
export type Opened = { workspaceId: string; invitationNumber: number; score: number | null; at: Date };

export type OpenedLog = {
  /** Takes it down; it is written within a quarter of a second, with all others of that time. */
  add(opened: Opened): void;
  /** Writes what is left. */
  flush(): Promise<void>;
};

const pauseMs = 250;
const mostAtOnce = 5_000;

/**
 * Writes down which links were opened, for many views at once: a view of the answer page waits for nothing, and
 * a scanner that opens every link of a campaign costs a few statements a second.
 */
export function createOpenedLog(db: Db, log: Logger): OpenedLog {
  let waiting: Opened[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing = Promise.resolve();

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing.then(async () => {
      const all = waiting;
      waiting = [];
      for (let from = 0; from < all.length; from += mostAtOnce) {
        await write(db, all.slice(from, from + mostAtOnce)).catch((error) =>
          log.warn({ err: error }, "opened links not written"),
        );
      }
    });
    return writing;
  }

  return {
    add(opened) {
      waiting.push(opened);
      timer ??= setTimeout(flush, pauseMs);
    },
    flush,
  };
}

async function write(db: Db, all: Opened[]): Promise<void> {
  const byWorkspace = new Map<string, Opened[]>();
  for (const one of all) {
    const some = byWorkspace.get(one.workspaceId);
    if (some) some.push(one);
    else byWorkspace.set(one.workspaceId, [one]);
  }
  for (const [workspaceId, some] of byWorkspace) {
    await runPrepared(
      db,
      "SELECT svar_note_opened($1::uuid, $2::bigint[], $3::smallint[], $4::timestamptz[])",
      [
        workspaceId,
        literal(some.map(({ invitationNumber }) => invitationNumber)),
        literal(some.map(({ score }) => score)),
        literal(some.map(({ at }) => at.toISOString())),
      ],
    );
  }
}

/** An array as PostgreSQL writes it; none of its items needs quoting. */
const literal = (items: readonly (number | string | null)[]) =>
  `{${items.map((item) => item ?? "NULL").join(",")}}`;
