import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startDnsServer, type Zone } from "#server/test/dns-server.ts";
import { keyRecord, signingKey } from "#server/test/mail-program.ts";

const patienceMs = 600_000;

/**
 * Starts the whole product as a stranger does, with ports and a data folder of its own, and tells the tests
 * where it is through the environment (e2e/fixtures.ts). Returns the way to stop it and to leave nothing behind.
 */
export default async function start(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "svar-e2e-"));
  const [web, mailbox, mailboxSmtp, mailIn] = await freePorts(4);
  const dns = await startDnsServer(zoneWith(keyRecord("fjordline.example"), join(dataDir, "zone.json")));
  process.env.E2E_DKIM_KEY = signingKey.privateKey;
  const env = {
    ...process.env,
    DNS_SERVER: dns.address,
    NODE_ENV: "production" as const,
    DATA_DIR: dataDir,
    DATABASE_URL: "",
    SMTP_URL: "",
    APP_URL: "",
    PORT: `${web}`,
    MAILBOX_PORT: `${mailbox}`,
    MAILBOX_SMTP_PORT: `${mailboxSmtp}`,
    MAIL_IN_PORT: `${mailIn}`,
    TRUSTED_PROXIES: "127.0.0.1, ::1",
    CHAT_NETWORKS: "127.0.0.0/8",
    LOG_LEVEL: "warn",
  };
  const child = spawn(process.execPath, ["server/start/main.ts"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await untilReady(child);
  process.env.E2E_URL = `http://localhost:${web}`;
  process.env.E2E_MAILBOX = `http://127.0.0.1:${mailbox}`;
  process.env.E2E_MAIL_IN = `${mailIn}`;
  process.env.E2E_DATA_DIR = dataDir;
  await makeFirstAccount(process.env.E2E_URL);
  return async () => {
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGTERM");
    await ended;
    await dns.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** The first account of an installation is made without a mail; all that the tests make are not the first. */
async function makeFirstAccount(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/auth/sign-up/first`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ name: "Ida", email: "ida@operator.example", password: "en lang kode 1234" }),
  });
  if (!answer.ok) throw new Error(`The first account was not made: ${await answer.text()}`);
}

/** `fixed`, and what tests have written into `file` meanwhile. */
function zoneWith(fixed: Zone, file: string): Zone {
  const written = (): Zone => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});
  return new Proxy(fixed, { get: (zone, name: string) => zone[name] ?? written()[name] });
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const fail = (why: string) => reject(new Error(`${why}\n${said.join("\n")}`));
    const timer = setTimeout(() => fail("The product was not ready in time:"), patienceMs);
    child.once("close", () => fail("The product ended instead of getting ready:"));
    createInterface({ input: child.stdout! }).on("line", (line) => {
      said.push(line);
      if (!line.startsWith("ready: ")) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
