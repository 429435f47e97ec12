import { PgBoss } from "pg-boss";
import type { Runtime } from "#server/entry.ts";
import { type TaskName, taskNames } from "#server/queue/tasks.ts";
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

async function runJob(rt: Runtime, name: TaskName, job: { id: string; data: unknown }) {
  try {
    await handlers[name](rt, job.data);
    return { id: job.id, status: "completed" as const };
  } catch (error) {
    rt.log.error({ err: error, task: name, job: job.id }, "task failed");
    // The queue keeps it for a day, and an error may say what it was about; the log has the rest.
    const kind = error instanceof Error ? error.name : typeof error;
    return { id: job.id, status: "failed" as const, output: { kind } };
  }
}
