import { connect as connectSocket } from "node:net";
import { parseArgs } from "node:util";
import nodemailer from "nodemailer";
import { readiness } from "#server/api/readiness.ts";
import type { Runtime } from "#server/entry.ts";
import { EnvironmentError } from "#server/env.ts";
import { withRuntime } from "./with-runtime.ts";

type Finding = { name: string; ok: boolean; says: string };

const mostDriftMs = 2_000;
const patienceMs = 5_000;

/** `doctor`: looks at each thing Svar stands on and says in words what is wrong. Exit code 1 when something is. */
export async function doctor(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean", default: false } } });
  const findings = await examine();
  const ok = findings.every((finding) => finding.ok);
  if (values.json) console.log(JSON.stringify({ ok, checks: findings }));
  else
    for (const { ok: fine, name, says } of findings)
      console.log(`${fine ? "ok   " : "WRONG"} ${name}: ${says}`);
  return ok ? 0 : 1;
}

async function examine(): Promise<Finding[]> {
  try {
    return await withRuntime(async (rt) => [
      { name: "secret", ok: true, says: `${rt.env.SVAR_SECRET.length} characters` },
      ...(await database(rt)),
      await clock(rt),
      await smtp(rt),
      await inbound(rt),
    ]);
  } catch (error) {
    return [{ name: faulty(error), ok: false, says: wordsOf(error) }];
  }
}

/** What is to blame when nothing could be looked at: a wrong environment is found before the database is. */
function faulty(error: unknown): string {
  if (!(error instanceof EnvironmentError)) return "database";
  return error.message.includes("SVAR_SECRET") ? "secret" : "environment";
}

async function database(rt: Runtime): Promise<Finding[]> {
  const { checks } = await readiness(rt);
  return (["database", "migrations", "queue"] as const).map((name) => {
    const check = checks[name];
    return { name, ok: check.ok, says: check.ok ? "as it should be" : check.problem };
  });
}

async function clock(rt: Runtime): Promise<Finding> {
  const [row] = await rt.connection.sql<{ ms: number }[]>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`;
  const driftMs = Math.round(Math.abs(row!.ms - Date.now()));
  return {
    name: "clock",
    ok: driftMs <= mostDriftMs,
    says: `the database's clock and this machine's differ by ${driftMs} ms${driftMs > mostDriftMs ? "; set both by NTP" : ""}`,
  };
}

async function smtp(rt: Runtime): Promise<Finding> {
  const address = rt.env.SMTP_URL ?? `smtp://127.0.0.1:${rt.env.MAILBOX_SMTP_PORT}`;
  const transport = nodemailer.createTransport({
    url: address,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
  });
  try {
    await transport.verify();
    return { name: "smtp", ok: true, says: `${new URL(address).host} takes mail` };
  } catch (error) {
    return {
      name: "smtp",
      ok: false,
      says: `${new URL(address).host} does not take mail (${wordsOf(error)}). Is it running, and is SMTP_URL right?`,
    };
  } finally {
    transport.close();
  }
}

function inbound(rt: Runtime): Promise<Finding> {
  const port = rt.env.MAIL_IN_PORT;
  return new Promise((resolve) => {
    const socket = connectSocket({ host: "127.0.0.1", port, timeout: patienceMs });
    const end = (ok: boolean, says: string) => {
      socket.destroy();
      resolve({ name: "inbound port", ok, says });
    };
    socket.once("data", (greeting) =>
      greeting.toString().startsWith("220 ")
        ? end(true, `port ${port} greets`)
        : end(false, `port ${port} is somebody else's`),
    );
    socket.once("timeout", () => end(false, `port ${port} does not answer`));
    socket.once("error", () =>
      end(false, `nothing listens on port ${port}. Start Svar's worker, or set MAIL_IN_PORT.`),
    );
  });
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
