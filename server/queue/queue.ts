import { PgBoss } from "pg-boss";
import type { Tx } from "#db/client.ts";
import { runPrepared } from "#db/prepared.ts";
import { currentRequestId } from "#server/request-id.ts";
import { type TaskName, type TaskPayload, taskNames, tasks } from "./tasks.ts";

export type Queue = {
  /** Enqueues a task in the transaction `tx`: it exists if and only if the transaction commits. It carries the request's id. */
  enqueue<Name extends TaskName>(
    tx: Tx,
    name: Name,
    payload: TaskPayload<Name>,
    options?: { after?: Date },
  ): Promise<void>;
};

const retries = {
  retryLimit: 8,
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: 900,
  deleteAfterSeconds: 86_400,
};

/** Creates or updates pg-boss's schema and our queues, and lets `loginRole` and svar_app use them. Run by the owner. */
export async function installQueue(ownerUrl: string, loginRole: string | undefined): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  for (const name of taskNames) {
    await boss.createQueue(name, retries);
  }
  await grantQueue(boss, loginRole);
  await boss.stop({ graceful: false });
}

async function grantQueue(boss: PgBoss, loginRole: string | undefined): Promise<void> {
  const grantees = loginRole ? `svar_app, "${loginRole.replaceAll('"', '""')}"` : "svar_app";
  const db = boss.getDb();
  await db.executeSql(`GRANT USAGE ON SCHEMA pgboss TO ${grantees}`);
  await db.executeSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${grantees}`);
  await db.executeSql(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${grantees}`);
}

/** A pg-boss that only enqueues, for the web process and tests. */
export async function startBoss(url: string, onError: (error: Error) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    max: 2,
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
  });
  boss.on("error", onError);
  await boss.start();
  return boss;
}

/** The queue as verbs see it. */
export function queueOf(boss: PgBoss): Queue {
  return {
    async enqueue(tx, name, payload, options) {
      const requestId = currentRequestId();
      const asked = requestId ? { requestId } : {};
      await boss.send(
        name,
        { ...tasks[name].parse(payload), ...asked },
        {
          db: inTransaction(tx),
          ...(options?.after ? { startAfter: options.after } : {}),
        },
      );
    },
  };
}

/** pg-boss's own adapter has its long statement parsed anew each time, which costs more than running it. */
function inTransaction(tx: Tx) {
  return {
    executeSql: async (text: string, values: Parameters<typeof runPrepared>[2] = []) => ({
      rows: await runPrepared(tx, text, values),
    }),
  };
}
