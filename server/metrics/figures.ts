import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Seconds, from what an answer page takes to what makes people leave. */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * What this process counts, for Prometheus (docs/operations.md names them all). No label ever holds a tenant, an
 * address or a link: those who watch machines need not learn who is a customer.
 */
function createFigures() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: "svar_http_request_seconds",
      help: "Requests answered, by kind of address, method and status.",
      labelNames: ["route", "method", "status"] as const,
      buckets: seconds,
      registers,
    }),
    answers: new Counter({
      name: "svar_answers_total",
      help: "Customers' answers recorded or changed by this process.",
      labelNames: ["outcome"] as const,
      registers,
    }),
    mails: new Counter({
      name: "svar_mails_total",
      help: "Mails whose sending this process settled, by kind and what became of them.",
      labelNames: ["kind", "state"] as const,
      registers,
    }),
    reports: new Counter({
      name: "svar_mail_reports_total",
      help: "Bounces and complaints that this process took in.",
      labelNames: ["kind"] as const,
      registers,
    }),
    tasks: new Counter({
      name: "svar_tasks_total",
      help: "Tasks this process ran, by name and outcome.",
      labelNames: ["task", "outcome"] as const,
      registers,
    }),
    streams: new Gauge({ name: "svar_live_streams", help: "Open live streams.", registers }),
    listening: new Gauge({
      name: "svar_listening",
      help: "1 while the LISTEN connection hears, 0 while it is being made anew or was not needed yet.",
      registers,
    }),
    transactions: new Gauge({
      name: "svar_database_transactions",
      help: "Transactions that run, and those that wait for a connection of the pool.",
      labelNames: ["state"] as const,
      registers,
    }),
    poolSize: new Gauge({
      name: "svar_database_pool_size",
      help: "Connections that the pool may have (DATABASE_POOL).",
      registers,
    }),
    queued: new Gauge({
      name: "svar_queue_tasks",
      help: "Tasks in the queue, by name and state: waiting, running or failed for good.",
      labelNames: ["task", "state"] as const,
      registers,
    }),
    queueAge: new Gauge({
      name: "svar_queue_oldest_due_seconds",
      help: "How long the oldest task that is due has been waiting; 0 when none is.",
      labelNames: ["task"] as const,
      registers,
    }),
    outbox: new Gauge({
      name: "svar_outbox_mails",
      help: "Mails that are due, that wait for their time, and that are being sent; of paused campaigns too.",
      labelNames: ["state"] as const,
      registers,
    }),
    outboxAge: new Gauge({
      name: "svar_outbox_oldest_due_seconds",
      help: "How long the oldest mail that is due has been waiting; 0 when none is.",
      registers,
    }),
    databaseUp: new Gauge({
      name: "svar_database_up",
      help: "Whether the database answered when these figures were asked for.",
      registers,
    }),
  };
}

type Figures = ReturnType<typeof createFigures>;

/** Next bundles its own copy of this file; the process has one set of figures. */
const held = globalThis as typeof globalThis & { svarFigures?: Figures };

/** The figures of this process. */
export function figures(): Figures {
  held.svarFigures ??= createFigures();
  return held.svarFigures;
}
