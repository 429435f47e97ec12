import { sql } from "drizzle-orm";
import { atTheDoor } from "#server/context.ts";
import type { Runtime } from "#server/entry.ts";
import { figures } from "./figures.ts";

const keptMs = 5_000;
const patienceMs = 3_000;

/** The runtime's database is asked at most every 5 s, however many ask for figures. */
let readAt = Number.NEGATIVE_INFINITY;

/**
 * The figures of this process in Prometheus' text form, with what the database says of queue and outbox. While it does
 * not answer within 3 s those are left as they were and `svar_database_up` is 0. Without a runtime, which a process
 * opens at its first request, there is no more than what the process itself counts.
 */
export async function readFigures(rt: Runtime | null): Promise<string> {
  const { registry, databaseUp, transactions, poolSize } = figures();
  if (rt) {
    const { running, waiting, size } = rt.connection.pool;
    transactions.set({ state: "running" }, running);
    transactions.set({ state: "waiting" }, waiting);
    poolSize.set(size);
    if (performance.now() - readAt > keptMs) databaseUp.set((await answersInTime(rt)) ? 1 : 0);
  }
  return registry.metrics();
}

async function answersInTime(rt: Runtime): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const read = Promise.all([readQueue(rt), readOutbox(rt)]).then(
    () => {
      readAt = performance.now();
      return true;
    },
    () => false,
  );
  const answered = await Promise.race([read, late]);
  clearTimeout(timer);
  return answered;
}

type Queued = { task: string; waiting: number; running: number; failed: number; age: number };

async function readQueue(rt: Runtime): Promise<void> {
  const { queued, queueAge } = figures();
  const rows = await rt.connection.sql<Queued[]>`
    SELECT q.name AS task,
      count(*) FILTER (WHERE j.state IN ('created', 'retry'))::int AS waiting,
      count(*) FILTER (WHERE j.state = 'active')::int AS running,
      count(*) FILTER (WHERE j.state = 'failed')::int AS failed,
      coalesce(greatest(extract(epoch FROM now() - min(j.start_after)
        FILTER (WHERE j.state IN ('created', 'retry'))), 0), 0)::float8 AS age
    FROM pgboss.queue q LEFT JOIN pgboss.job j ON j.name = q.name AND j.state <> 'completed'
    WHERE q.name NOT LIKE '\\_\\_%' GROUP BY q.name`;
  for (const { task, age, ...counts } of rows) {
    for (const [state, count] of Object.entries(counts)) queued.set({ task, state }, count);
    queueAge.set({ task }, age);
  }
}

/** Mails of paused campaigns are due, too. Each part reads one of the small indexes of what is not sent yet. */
async function readOutbox(rt: Runtime): Promise<void> {
  const { outbox, outboxAge } = figures();
  const [row] = await atTheDoor(rt.connection.db, (tx) =>
    tx.execute<{ due: number; later: number; sending: number; age: number }>(sql`
      SELECT
        count(*) FILTER (WHERE next_attempt_at <= now())::int AS due,
        count(*) FILTER (WHERE next_attempt_at > now())::int AS later,
        (SELECT count(*) FROM outbound_mails WHERE state = 'sending')::int AS sending,
        coalesce(greatest(extract(epoch FROM now() - min(next_attempt_at)), 0), 0)::float8 AS age
      FROM outbound_mails WHERE state IN ('queued', 'deferred')`),
  );
  const { age, ...counts } = row!;
  for (const [state, count] of Object.entries(counts)) outbox.set({ state }, count);
  outboxAge.set(age);
}
