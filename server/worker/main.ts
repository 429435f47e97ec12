import { openedRuntime, runtime } from "#server/entry.ts";
import { directUrlOf, env } from "#server/env.ts";
import { createSubscriber } from "#server/live/subscribe.ts";
import { keepDomainLimits } from "#server/mail/domain-limits.ts";
import { transportOf } from "#server/mail/transport.ts";
import { startMetricsServer } from "#server/metrics/serve.ts";
import { startInboundSmtp } from "./inbound.ts";
import { startOutbox } from "./outbox.ts";
import { schedule, startSchedule } from "./schedule.ts";
import { senderOf } from "./sender.ts";
import { startTasks } from "./tasks.ts";

const drainMs = 30_000;

try {
  await work();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** The worker: sends mail, runs tasks and what recurs, takes in mail; on SIGTERM it finishes what it has begun. */
async function work(): Promise<void> {
  const rt = await runtime();
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      rt.log.fatal({ err: error }, event);
      process.exit(1);
    });
  }
  const transport = transportOf(env());
  const subscriber = await createSubscriber(directUrlOf(rt.env), (error) =>
    rt.log.warn({ err: error }, "live"),
  );
  const inbound = await startInboundSmtp(rt);
  const tasks = await startTasks(rt);
  await keepDomainLimits(rt.connection.db, rt.env.DOMAIN_LIMITS);
  const outbox = startOutbox(senderOf(rt, transport), subscriber);
  const recurring = startSchedule(rt, schedule);
  await startMetricsServer(rt.env, openedRuntime);
  rt.log.info({ inbound: env().MAIL_IN_PORT }, "worker ready");

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    rt.log.info("worker stops");
    setTimeout(() => process.exit(0), drainMs).unref();
    inbound.close();
    await Promise.all([outbox.stop(), recurring.stop(), tasks.stop()]);
    transport.close();
    await subscriber.close();
    await rt.close();
    process.exit(0);
  };
  for (const name of ["SIGTERM", "SIGINT"] as const) process.on(name, stop);
}
