import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnv, readSettings, variableNames } from "./env.ts";

const root = resolve(import.meta.dirname, "..");
const good = {
  DATABASE_URL: "postgres://svar:pw@localhost/svar",
  SMTP_URL: "smtp://localhost:25",
  SVAR_SECRET: "q3J0m9ZbS1vX7yRkTn5wLd8hPc2fGa6e",
};

describe("the settings of a start", () => {
  it("need nothing at all", () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      PORT: 3000,
      APP_URL: "http://localhost:3000",
      MAILBOX_PORT: 1080,
      MAILBOX_SMTP_PORT: 1025,
      MAIL_IN_PORT: 2525,
      MAIL_IN_DOMAIN: "svar.localhost",
      DATABASE_POOL: 20,
      LOG_LEVEL: "info",
    });
    expect(settings.DATABASE_URL).toBeUndefined();
    expect(settings.METRICS_PORT).toBeUndefined();
    expect(settings.DATA_DIR).toBe(resolve(".svar"));
  });

  it("take an empty variable as unset", () => {
    expect(readSettings({ PORT: "", APP_URL: " ", SVAR_SECRET: "" }).PORT).toBe(3000);
  });

  it("derive the address from the port, and the inbound domain from the address", () => {
    expect(readSettings({ PORT: "4100" }).APP_URL).toBe("http://localhost:4100");
    expect(readSettings({ APP_URL: "https://nps.example.com/app/" })).toMatchObject({
      APP_URL: "https://nps.example.com",
      MAIL_IN_DOMAIN: "nps.example.com",
    });
    expect(readSettings({ APP_URL: "http://127.0.0.1:3000" }).MAIL_IN_DOMAIN).toBe("svar.localhost");
  });

  it("name every wrong variable in one error", () => {
    const read = () =>
      readSettings({
        PORT: "http",
        MAIL_IN_PORT: "70000",
        SMTP_URL: "mail.example.com",
        LOG_LEVEL: "loud",
        MAIL_FROM: "svar",
      });
    expect(read).toThrow(EnvironmentError);
    for (const name of ["PORT", "MAIL_IN_PORT", "SMTP_URL", "LOG_LEVEL", "MAIL_FROM"])
      expect(read).toThrow(new RegExp(`^  ${name} is not`, "m"));
  });

  it("read the networks that webhooks may lead to", () => {
    expect(readSettings({ CHAT_NETWORKS: "10.1.2.0/24, ::1" }).CHAT_NETWORKS).toBe("10.1.2.0/24, ::1");
    expect(() => readSettings({ CHAT_NETWORKS: "chat.intern" })).toThrow(
      "CHAT_NETWORKS is wrong: chat.intern is no address or network.",
    );
  });

  it("read the limits of receiving domains", () => {
    const read = (text: string) => readSettings({ DOMAIN_LIMITS: text }).DOMAIN_LIMITS;
    expect(read("Gmail.com=20/1000, outlook.com=10/600")).toEqual([
      { domain: "gmail.com", concurrency: 20, perMinute: 1000 },
      { domain: "outlook.com", concurrency: 10, perMinute: 600 },
    ]);
    for (const wrong of ["gmail.com", "gmail.com=0/10", "gmail=1/1"]) {
      expect(() => read(wrong)).toThrow("DOMAIN_LIMITS");
    }
  });

  it("never repeat a password in an error", () => {
    expect(() =>
      readSettings({ DATABASE_URL: "mysql://me:hunter2@db/svar", SVAR_SECRET: good.SVAR_SECRET }),
    ).toThrow(/^(?!.*hunter2)/s);
  });

  it("refuse a port that two parts would share, and half a DKIM key", () => {
    expect(() => readSettings({ PORT: "1080" })).toThrow("PORT and MAILBOX_PORT are both 1080");
    expect(readSettings({ PORT: "1080", SMTP_URL: "smtp://localhost" }).PORT).toBe(1080);
    expect(() => readSettings({ DKIM_DOMAIN: "example.com" })).toThrow(
      "DKIM_SELECTOR and DKIM_PRIVATE_KEY_FILE must be set too",
    );
  });
});

describe("the environment of a single process", () => {
  it("is read whole", () => {
    expect(readEnv(good)).toMatchObject(good);
  });

  it("must have database, mail server and secret", () => {
    expect(() => readEnv({})).toThrow(
      /DATABASE_URL must be set.*\n.*SMTP_URL must be set.*\n.*SVAR_SECRET must be set/,
    );
    expect(() => readEnv({ ...good, SVAR_SECRET: undefined })).toThrow(
      "SVAR_SECRET must be set when DATABASE_URL is",
    );
  });

  it.each([
    "too short",
    "change-me-change-me-change-me-change-me",
    "a".repeat(40),
    "this-is-an-example-secret-of-svar-2026",
  ])("refuses the secret %j", (SVAR_SECRET) => {
    expect(() => readEnv({ ...good, SVAR_SECRET })).toThrow(/^ {2}SVAR_SECRET /m);
  });
});

describe("former secrets", () => {
  const read = (SVAR_FORMER_SECRETS: string) => readEnv({ ...good, SVAR_FORMER_SECRETS });

  it("are read in their order", () => {
    const [first, second] = ["8d0Zk3Qm1vXy7RwTn5uLb9hPc2fGa6eS", "w2Jx9KfVb4Nc7QzR1tYh6MpLd8sGa3uE"];
    expect(read(`${first} ${second}`).SVAR_FORMER_SECRETS).toEqual([first, second]);
    expect(readEnv(good).SVAR_FORMER_SECRETS).toEqual([]);
  });

  it("are refused when they are short, twice there or the present one", () => {
    const one = "8d0Zk3Qm1vXy7RwTn5uLb9hPc2fGa6eS";
    expect(read(`retired:${one}`).SVAR_FORMER_SECRETS).toEqual([`retired:${one}`]);
    for (const wrong of ["short", `${one} retired:${one}`, `retired:${good.SVAR_SECRET}`])
      expect(() => read(wrong), wrong).toThrow(/^ {2}SVAR_FORMER_SECRETS/m);
  });
});

describe(".env.example", () => {
  const example = readFileSync(join(root, ".env.example"), "utf8");
  const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]!);

  it("lists every variable that is read", () => {
    expect(listed).toEqual(expect.arrayContaining(variableNames));
  });

  it("lists every variable that any file takes from process.env", () => {
    // E2E_… go from the set-up of the browser tests to the tests themselves.
    const setByTools = /^(NODE_|NEXT_|IS_NEXT_WORKER$|REFERENCE_|npm_|E2E_|PATH$|INIT_CWD$|CI$)/;
    const used = sourceFiles(root).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/process\.env(?:\.(\w+)|\["(\w+)"\])/g)].map(
        (match) => match[1] ?? match[2]!,
      ),
    );
    expect(used.filter((name) => !setByTools.test(name) && !listed.includes(name))).toEqual([]);
  });

  it("is itself a right environment", () => {
    const set = Object.fromEntries(
      [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1]!, match[2]!]),
    );
    expect(readSettings(set)).toEqual(readSettings({}));
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|\..*)$/.test(entry.name) ? [] : sourceFiles(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}
