import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const ours = ["app", "server", "db", "emails", "e2e", "bench"];

/** Layers, lowest first (ARCHITECTURE.md). A file may import from its own layer's folder and from lower ranks. */
const ranks: [prefix: string, rank: number][] = [
  ["db/schema/", 0],
  ["db/id.ts", 0],
  ["server/nps/", 0],
  ["server/i18n/", 0],
  ["server/errors.ts", 0],
  ["server/refusal.ts", 0],
  ["server/impossible-text.ts", 2],
  ["server/refused-input.ts", 0],
  ["server/token/", 0],
  ["server/csv/", 0],
  ["db/", 1],
  ["server/env.ts", 1],
  ["server/secrets.ts", 1],
  ["server/log.ts", 1],
  ["server/request-id.ts", 0],
  ["server/metrics/figures.ts", 1],
  ["server/metrics/", 31],
  ["server/networks.ts", 0],
  ["server/without-addresses.ts", 0],
  ["server/outgoing/", 1],
  ["server/json-depth.ts", 0],
  ["server/policy.ts", 4],
  ["server/site.ts", 2],
  ["server/queue/", 2],
  ["server/live/events.ts", 1],
  ["server/context.ts", 3],
  ["server/live/publish.ts", 2],
  ["server/live/subscribe.ts", 2],
  ["server/live/rules.ts", 1],
  ["server/live/schema.ts", 1],
  ["server/live/access.ts", 2],
  ["server/live/heard-by.ts", 2],
  ["server/sight.ts", 2],
  ["server/live/changes.ts", 2],
  ["server/live/streams.ts", 4],
  ["server/driver/", 1],
  ["server/survey/schema.ts", 2],
  ["server/survey/rules.ts", 2],
  ["emails/", 3],
  ["server/mail/", 4],
  ["server/audit/", 5],
  ["server/cause/", 10],
  ["server/auth/", 11],
  ["server/workspace/", 11],
  ["server/team/", 12],
  ["server/working-time/", 12.5],
  ["server/absence/", 12.6],
  ["server/sending-domain/", 12],
  ["server/single-sign-on/", 12.2],
  ["server/legal/router.ts", 32],
  ["server/legal/rules.ts", 10],
  ["server/legal/", 11],
  ["server/account/", 13],
  ["server/contact/", 14],
  ["server/suppression/", 15],
  ["server/survey/", 15],
  ["server/invitation/", 16],
  ["server/campaign/", 17],
  ["server/quote/", 17.5],
  ["server/event/", 18],
  ["server/response/", 18],
  ["server/bounce/", 19],
  ["server/survey-link/", 19],
  ["server/evidence/", 19],
  ["server/segment/", 19],
  ["server/annotation/", 19],
  ["server/recovery/", 19],
  ["server/draft/", 19],
  ["server/attachment/", 19.2],
  ["server/template/", 19],
  ["server/mention/", 19],
  ["server/presence/", 19],
  ["server/tag/", 19],
  ["server/thanks/", 19.3],
  ["server/rule/", 19.4],
  ["server/news/", 19],
  ["server/chat/", 19],
  ["server/case/", 19.5],
  ["server/promise/", 19.7],
  ["server/alert/", 20],
  ["server/own-data/", 20],
  ["server/import/", 20],
  ["server/target/", 20],
  ["server/dashboard/", 21],
  ["server/follow-up/", 21.5],
  ["server/digest/", 22],
  ["server/share/", 22],
  ["server/retention/rules.ts", 10],
  ["server/retention/", 23],
  ["server/demo/", 32],
  ["server/memberships.ts", 29],
  ["server/entry.ts", 30],
  ["server/trpc.ts", 31],
  ["server/live/router.ts", 40],
  ["server/router.ts", 41],
  ["server/api/", 42],
  ["server/mailbox/", 50],
  ["server/start/plain-routes.ts", 51],
  ["server/start/reader.ts", 51],
  ["server/start/web.ts", 52],
  ["server/start/", 50],
  ["server/worker/", 50],
  ["server/cli/", 51],
  ["app/", 50],
];

/** What speaks to other machines, and to whom (RELIABILITY.md H9). Addresses of tenants go through server/outgoing. */
const reached: Record<string, string> = {
  "server/cli/doctor.ts": "the operator's mail server",
  "server/mail/compose.ts": "nobody: nodemailer's encoders",
  "server/mail/prove-sender.ts": "the operator's name server",
  "server/mail/smtp-session.ts": "the operator's mail server",
  "server/mail/transport.ts": "the operator's mail server",
  "server/mailbox/reply.ts": "the local mailbox",
  "server/outgoing/request.ts":
    "webhooks and sign-in providers of tenants: resolved once, checked, and connected to as checked",
  "server/sending-domain/ask-dns.ts": "the operator's name server",
  "server/start/ports.ts": "this machine",
  "server/start/until-ready.ts": "this machine",
};

const domainFiles = new Set(["schema.ts", "rules.ts", "queries.ts", "router.ts"]);
const drawers = /(^|\/)(utils?|helpers?|common|misc|lib|types)(\.tsx?$|\/)/;

type Source = { path: string; text: string; imports: { path: string; typeOnly: boolean }[] };

const sources = ours.flatMap((folder) => walk(join(root, folder))).map(read);
const isTest = (path: string) =>
  /\.(test|spec)\.tsx?$|^server\/(test|architecture)|^e2e\/|^bench\//.test(path);

describe("the house", () => {
  it("has imports in one direction", () => {
    const wrong = sources
      .filter((source) => !isTest(source.path))
      .flatMap((source) =>
        source.imports.filter((it) => !it.typeOnly).flatMap((it) => complaint(source.path, it.path)),
      );
    expect(wrong).toEqual([]);
  });

  it("has no cycles", () => {
    expect(cycles()).toEqual([]);
  });

  it("has no drawers for anything", () => {
    expect(sources.map((source) => source.path).filter((path) => drawers.test(path))).toEqual([]);
  });

  it("has no barrels but Drizzle's", () => {
    const barrels = sources
      .filter((source) => /(^|\/)index\.tsx?$/.test(source.path))
      .map((source) => source.path);
    expect(barrels).toEqual(["db/schema/index.ts"]);
  });

  it("opens the database in one place", () => {
    const openers = sources
      .filter((source) => !isTest(source.path) && !source.path.startsWith("db/"))
      .filter((source) => source.imports.some((it) => it.path === "db/client.ts" && !it.typeOnly))
      .map((source) => source.path);
    expect(openers).toEqual(["server/entry.ts"]);
  });

  it("enters workspaces from the application in one place, which knows who may", () => {
    const enterers = sources
      .filter((source) => source.path.startsWith("app/") && !isTest(source.path))
      .filter((source) => /\b(?:asMember|membershipOf)\b/.test(source.text))
      .map((source) => source.path);
    expect(enterers).toEqual(["app/_security/guarded-route.ts"]);
  });

  it("reaches out of this machine in few places, each to what an operator named or the guard let through", () => {
    const outward =
      /import \{[^}]*\b(?:connect|request|lookup|Resolver|createConnection|createSocket|Socket)\b[^}]*\} from "(?:node:)?(?:https?|net|tls|dgram|dns)(?:\/promises)?"|from "(?:nodemailer|undici)|[^.\w]fetch\(/;
    const reaching = sources
      .filter((source) => /^(?:server|db|emails)\//.test(source.path) && !isTest(source.path))
      .filter((source) => outward.test(source.text))
      .map((source) => source.path);
    expect(reaching.sort()).toEqual(Object.keys(reached).sort());
  });

  it("mints workspace ids at the doors only", () => {
    const minters = sources
      .filter((source) => !isTest(source.path) && /\bas WorkspaceId\b/.test(source.text))
      .map((source) => source.path);
    expect(minters).toEqual(["server/entry.ts"]);
  });

  it("keeps the database and the libraries of the server out of the browser", () => {
    const leaks = sources
      .filter((source) => /^"use client"/.test(source.text))
      .flatMap((source) =>
        source.imports
          .filter((it) => !it.typeOnly && /^(server|db|emails)\//.test(it.path))
          .filter((it) => !/^server\/(nps|i18n)\/|^server\/[a-z]+\/(schema|rules|choices)\.ts$/.test(it.path))
          .map((it) => `${source.path} imports ${it.path}: use import type, or call a procedure`),
      );
    expect(leaks).toEqual([]);
  });

  it("has routers without queries", () => {
    const busy = sources
      .filter((source) => /^server\/[a-z]+\/router\.ts$/.test(source.path))
      .filter(
        (source) => /from "drizzle-orm|from "#db\//.test(source.text) || source.text.split("\n").length > 120,
      )
      .map(
        (source) =>
          `${source.path}: a router names schema and verb; queries go to queries.ts, verbs to their file`,
      );
    expect(busy).toEqual([]);
  });

  it("has no module mocks and no server-only", () => {
    const marks = ["vi.mo" + "ck(", 'import "server-' + 'only"'];
    expect(
      sources.filter((source) => marks.some((mark) => source.text.includes(mark))).map((s) => s.path),
    ).toEqual([]);
  });

  it("has small files", () => {
    const hand = sources.filter(
      (source) => !isTest(source.path) && !/messages\/|server\/demo\//.test(source.path),
    );
    const lines = (source: Source) => source.text.split("\n").length;
    expect(hand.filter((source) => lines(source) > 250).map((s) => `${s.path}: ${lines(s)} lines`)).toEqual(
      [],
    );
    expect(hand.filter((source) => lines(source) > 150).length / hand.length).toBeLessThanOrEqual(0.1);
  });

  it("names the files of a domain by the closed vocabulary", () => {
    const nouns =
      "contact account team survey campaign invitation response case dashboard import workspace".split(" ");
    const odd = sources
      .filter(
        (source) => nouns.some((noun) => source.path.startsWith(`server/${noun}/`)) && !isTest(source.path),
      )
      .map((source) => source.path)
      .filter((path) => !domainFiles.has(path.split("/").at(-1)!) && !/\/[a-z]+(-[a-z]+)*\.ts$/.test(path));
    expect(odd).toEqual([]);
  });
});

function complaint(from: string, to: string): string[] {
  const [a, b] = [rankOf(from), rankOf(to)];
  if (a === null) return [`${from}: this folder is in no layer; see ARCHITECTURE.md, Direction`];
  if (b === null || a > b || folderOf(from) === folderOf(to)) return [];
  if (a === b && a < 10) return [];
  return [
    `${from} imports ${to}: later steps are reached through the queue, or the code belongs in the later folder`,
  ];
}

function rankOf(path: string): number | null {
  if (path.endsWith("/router.ts") && path.startsWith("server/") && path !== "server/router.ts") return 40;
  return ranks.find(([prefix]) => path.startsWith(prefix))?.[1] ?? null;
}

const folderOf = (path: string) =>
  path
    .split("/")
    .slice(0, path.startsWith("server/") ? 2 : 1)
    .join("/");

function cycles(): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const visit = (path: string, trail: string[]) => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      found.push([...trail.slice(trail.indexOf(path)), path].join(" > "));
      return;
    }
    state.set(path, "open");
    for (const it of byPath.get(path)?.imports ?? []) if (!it.typeOnly) visit(it.path, [...trail, path]);
    state.set(path, "done");
  };
  for (const source of sources) visit(source.path, []);
  return found;
}

function walk(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return name.startsWith(".") ? [] : walk(path);
      return /\.tsx?$/.test(name) ? [path] : [];
    });
  } catch {
    return [];
  }
}

function read(file: string): Source {
  const text = readFileSync(file, "utf8");
  const path = relative(root, file);
  const imports = [
    ...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm),
  ].flatMap((match) => {
    const target = resolveImport(path, match[2]!);
    return target ? [{ path: target, typeOnly: Boolean(match[1]) }] : [];
  });
  return { path, text, imports };
}

function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return join(dirname(from), specifier);
  return null;
}
