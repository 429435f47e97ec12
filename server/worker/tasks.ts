import { PgBoss } from "pg-boss";
import type { Runtime } from "#server/entry.ts";
import { figures } from "#server/metrics/figures.ts";
import { type TaskName, taskNames } from "#server/queue/tasks.ts";
import { requestIdFrom, withRequestId } from "#server/request-id.ts";
import { handlers } from "./handlers.ts";

const polling = {
  pollingIntervalSeconds: 0.5,
  batchSize: 20,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const;
const drainMs = 25_000;

/**
 * Runs the tasks of all queues. Each succeeds or fails by itself; one that fails is tried again later. The
 * rows of tasks left by a worker that vanished are given to another by pg-boss's own supervision.
 */
export async function startTasks(rt: Runtime): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({
    connectionString: rt.env.DATABASE_URL,
    max: 4,
    supervise: true,
    schedule: false,
    migrate: false,
    createSchema: false,
  });
  boss.on("error", (error) => rt.log.error({ err: error }, "task queue"));
  await boss.start();
  for (const name of taskNames) {
    await boss.work(name, polling, (jobs) => Promise.all(jobs.map((job) => runJob(rt, name, job))));
  }
  return { stop: () => boss.stop({ graceful: true, timeout: drainMs }) };
}

type Job = { id: string; data: unknown };

/** Its log lines carry the id of the request that enqueued it; a task that came from none has one of its own. */
function runJob(rt: Runtime, name: TaskName, job: Job) {
  const { requestId } = (job.data ?? {}) as { requestId?: string };
  return withRequestId(requestIdFrom(requestId ?? job.id), () => runAsked(rt, name, job));
}

async function runAsked(rt: Runtime, name: TaskName, job: Job) {
  try {
    await handlers[name](rt, job.data);
    figures().tasks.inc({ task: name, outcome: "completed" });
    return { id: job.id, status: "completed" as const };
  } catch (error) {
    figures().tasks.inc({ task: name, outcome: "failed" });
    rt.log.error({ err: error, task: name, job: job.id }, "task failed");
    // The queue keeps it for a day, and an error may say what it was about; the log has the rest.
    const kind = error instanceof Error ? error.name : typeof error;
    return { id: job.id, status: "failed" as const, output: { kind } };
  }
}
