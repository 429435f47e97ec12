import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { readNetworks } from "./networks.ts";
import { listed, secretProblems } from "./secrets.ts";

const portLike = (example: number) => {
  const error = `is not a port. Write a number from 1 to 65535, for example ${example}.`;
  return z.coerce.number({ error }).int({ error }).min(1, error).max(65_535, error);
};

const port = (fallback: number) => portLike(fallback).default(fallback);

const url = (schemes: string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), {
    error: `is not an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(" or ")}. Write it like ${example}.`,
  });

const domain = (example: string) =>
  z.string().regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i, {
    error: `is not a domain name. Write it like ${example}.`,
  });

const aLimit = /^([a-z0-9.-]+\.[a-z0-9-]{2,63})=([1-9]\d{0,3})\/([1-9]\d{0,6})$/i;

/** "gmail.com=20/1000 outlook.com=10/600" as mails at once and mails a minute by domain; null when it is none. */
function domainLimitsIn(text: string) {
  const limits = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((one) => aLimit.exec(one));
  if (limits.some((limit) => limit === null)) return null;
  return limits.map((limit) => ({
    domain: limit![1]!.toLowerCase(),
    concurrency: Number(limit![2]),
    perMinute: Number(limit![3]),
  }));
}

function wrongLimits(context: z.RefinementCtx) {
  context.addIssue({
    code: "custom",
    message:
      "has a limit that cannot be read. Write mails at once and mails a minute, like gmail.com=20/1000.",
  });
  return z.NEVER;
}

function wrongNetworks(text: string, context: z.RefinementCtx): void {
  try {
    readNetworks(text);
  } catch (error) {
    context.addIssue({ code: "custom", message: `is wrong: ${(error as Error).message}` });
  }
}

const postgresUrl = url(
  ["postgres:", "postgresql:"],
  "postgres://svar:password@localhost:5432/svar",
).optional();
const poolSize = "is not a number of connections. Write a number from 2 to 200, for example 10.";

const shape = z.object({
  PORT: port(3000),
  HOST: z.string().optional(),
  TRUSTED_PROXIES: z.string().default(""),
  APP_URL: url(["http:", "https:"], "https://svar.example.com").optional(),
  DATABASE_URL: postgresUrl,
  DATABASE_DIRECT_URL: postgresUrl,
  MIGRATE_DATABASE_URL: postgresUrl,
  DATABASE_POOL: z.coerce
    .number({ error: poolSize })
    .int({ error: poolSize })
    .min(2, poolSize)
    .max(200, poolSize)
    .default(20),
  DATA_DIR: z.string().default(".svar"),
  SMTP_URL: url(["smtp:", "smtps:"], "smtps://user:password@mail.example.com:465").optional(),
  MAILBOX_PORT: port(1080),
  MAILBOX_SMTP_PORT: port(1025),
  MAIL_IN_PORT: port(2525),
  MAIL_IN_DOMAIN: domain("reply.example.com").optional(),
  MAIL_FROM: z.email({ error: "is not an e-mail address. Write it like svar@example.com." }).optional(),
  DKIM_DOMAIN: domain("example.com").optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_PRIVATE_KEY_FILE: z.string().optional(),
  SPF_INCLUDE: domain("spf.example.com").optional(),
  DNS_SERVER: z
    .string()
    .regex(/^(?:[\d.]+|\[[\da-f:]+\])(?::\d{1,5})?$/i, {
      error: "is not the address of a name server. Write it like 9.9.9.9 or 127.0.0.1:5353.",
    })
    .optional(),
  DOMAIN_LIMITS: z
    .string()
    .default("")
    .transform((text, context) => domainLimitsIn(text) ?? wrongLimits(context)),
  CHAT_NETWORKS: z.string().default("").superRefine(wrongNetworks),
  SVAR_SECRET: z.string().optional(),
  METRICS_PORT: portLike(9464).optional(),
  SVAR_METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{24,}$/, {
      error:
        "is too short or has other signs than letters, digits and -._~+/=. Make one with: openssl rand -hex 24",
    })
    .optional(),
  SVAR_FORMER_SECRETS: z.string().default("").transform(listed),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "is not a log level. Choose fatal, error, warn, info, debug, trace or silent.",
    })
    .default("info"),
});

type Source = Record<string, string | undefined>;
type Shape = z.infer<typeof shape>;

/** What a start needs to know; the embedded database, the local mailbox and a secret of its own fill what is left open. */
export type Settings = Shape & { APP_URL: string; MAIL_IN_DOMAIN: string };

/** What a process that serves or sends needs to know. */
export type Env = Settings & { DATABASE_URL: string; SMTP_URL: string; SVAR_SECRET: string };

/** What listens needs a connection of its own to PostgreSQL: the direct address, where DATABASE_URL leads to a pooler. */
export const directUrlOf = ({ DATABASE_DIRECT_URL, DATABASE_URL }: Env): string =>
  DATABASE_DIRECT_URL ?? DATABASE_URL;

/** A pooler of transactions gives each to another connection, where what was prepared before is unknown. */
export const isPooled = ({ DATABASE_DIRECT_URL }: Env): boolean => DATABASE_DIRECT_URL !== undefined;

/** The names of all variables, as .env.example lists them. */
export const variableNames = Object.keys(shape.shape);

/** Every variable that is wrong, each with the way out. Its message is meant for the person at the terminal. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";

  constructor(problems: string[]) {
    super(
      `The environment is not right (.env.example lists every variable):\n${problems.map((line) => `  ${line}`).join("\n")}`,
    );
  }
}

/**
 * The environment of a start on this machine: an empty variable counts as unset, DATA_DIR becomes absolute.
 * @throws EnvironmentError naming every wrong variable.
 */
export function readSettings(source: Source = process.env): Settings {
  return parse(source, []);
}

/**
 * The environment of a process that has its database, mail server and secret already.
 * @throws EnvironmentError naming every wrong or missing variable.
 */
export function readEnv(source: Source = process.env): Env {
  const settings = parse(source, missing(source));
  const { DATABASE_URL = "", SMTP_URL = "", SVAR_SECRET = "" } = settings;
  return { ...settings, DATABASE_URL, SMTP_URL, SVAR_SECRET };
}

let held: Env | undefined;

/** This process's environment, read at the first call; a `.env` file in the working directory fills what is unset. */
export function env(): Env {
  if (!held) loadDotEnv();
  held ??= readEnv();
  return held;
}

/** Sets what a `.env` file in the working directory says and the environment does not. */
export function loadDotEnv(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

function parse(source: Source, alsoWrong: string[]): Settings {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = shape.safeParse(set);
  const wrong = (result.error?.issues ?? []).map((issue) => `${issue.path.join(".")} ${issue.message}`);
  const problems = [
    ...wrong,
    ...(result.success ? sharedPorts(result.data) : []),
    ...together(set),
    ...alsoWrong,
  ];
  if (!result.success || problems.length > 0) throw new EnvironmentError([...new Set(problems)]);
  return complete(result.data);
}

function complete(given: Shape): Settings {
  const appUrl = new URL(given.APP_URL ?? `http://localhost:${given.PORT}`).origin;
  const { hostname } = new URL(appUrl);
  const named = /[a-z]/i.test(hostname) && hostname.includes(".");
  return {
    ...given,
    APP_URL: appUrl,
    DATA_DIR: resolve(given.DATA_DIR),
    MAIL_IN_DOMAIN: given.MAIL_IN_DOMAIN ?? (named ? hostname : "svar.localhost"),
  };
}

function sharedPorts(given: Shape): string[] {
  const mailbox = given.SMTP_URL ? [] : (["MAILBOX_PORT", "MAILBOX_SMTP_PORT"] as const);
  const names = ["PORT", "MAIL_IN_PORT", ...mailbox] as const;
  return names.flatMap((name, index) => {
    const first = names.slice(0, index).find((earlier) => given[earlier] === given[name]);
    return first ? [`${first} and ${name} are both ${given[name]}. Give each a port of its own.`] : [];
  });
}

/** What is wrong between variables, each right by itself. */
function together(set: Source): string[] {
  const dkim = ["DKIM_DOMAIN", "DKIM_SELECTOR", "DKIM_PRIVATE_KEY_FILE"];
  const unset = dkim.filter((name) => !set[name]);
  return [
    ...(unset.length === 1 || unset.length === 2
      ? [`${unset.join(" and ")} must be set too: a DKIM signature needs ${dkim.join(", ")}.`]
      : []),
    ...secretProblems(set),
  ];
}

function missing(source: Source): string[] {
  const wayOut = {
    DATABASE_URL:
      "must be set for a single process: the address of a PostgreSQL 15 or newer. (`npm start` brings one along.)",
    SMTP_URL:
      "must be set for a single process: the mail server, like smtp://localhost:25. (`npm start` brings a local mailbox.)",
    SVAR_SECRET:
      "must be set for a single process, the same for all of them. Make one with: openssl rand -base64 32",
  };
  const unset = Object.entries(wayOut).filter(([name]) => !source[name]?.trim());
  const told = source.DATABASE_URL?.trim() ? unset.filter(([name]) => name !== "SVAR_SECRET") : unset;
  return told.map(([name, text]) => `${name} ${text}`);
}
