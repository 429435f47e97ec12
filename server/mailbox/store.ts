import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import PostalMime, { type Address } from "postal-mime";

export type Envelope = { from: string; to: string[] };

/** What the list shows of a mail. `id` sorts by arrival; `at` is when it came (ISO 8601, UTC). */
export type MailSummary = {
  id: string;
  at: string;
  envelope: Envelope;
  from: string;
  to: string[];
  subject: string;
};

export type MailStore = {
  /** Newest first; with `search` those whose sender, recipient or subject holds every word of it. */
  list(search?: string): MailSummary[];
  find(id: string): MailSummary | undefined;
  raw(id: string): Promise<Buffer>;
  /** Resolves when the mail is on disk. */
  add(raw: Buffer, envelope: Envelope): Promise<MailSummary>;
  clear(): Promise<void>;
  /** Calls `listener` after every change. Returns the way to stop. */
  onChange(listener: () => void): () => void;
};

/** The mails in `folder`, each as <id>.eml and <id>.json; the oldest beyond `most` are removed. */
export function openMailStore(folder: string, most = 2_000): MailStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let mails = readSummaries(folder);
  const listeners = new Set<() => void>();
  const path = (id: string, ending: "eml" | "json") => join(folder, `${id}.${ending}`);
  const changed = () => {
    for (const listener of listeners) listener();
  };

  async function remove(gone: MailSummary[]): Promise<void> {
    await Promise.all(
      gone.flatMap(({ id }) => [rm(path(id, "json"), { force: true }), rm(path(id, "eml"), { force: true })]),
    );
  }

  return {
    list: (search = "") => mails.filter((mail) => holds(mail, search)),
    find: (id) => mails.find((mail) => mail.id === id),
    raw: (id) => readFile(path(id, "eml")),
    async add(raw, envelope) {
      const summary = await summarise(raw, envelope);
      await writeFile(path(summary.id, "eml"), raw, { mode: 0o600 });
      await writeFile(path(summary.id, "json"), JSON.stringify(summary), { mode: 0o600 });
      mails = [summary, ...mails].sort(newestFirst);
      const gone = mails.slice(most);
      mails = mails.slice(0, most);
      changed();
      await remove(gone);
      return summary;
    },
    async clear() {
      const gone = mails;
      mails = [];
      changed();
      await remove(gone);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const newestFirst = (a: MailSummary, b: MailSummary) => (a.id < b.id ? 1 : -1);
let counter = 0;

async function summarise(raw: Buffer, envelope: Envelope): Promise<MailSummary> {
  const at = new Date();
  counter = (counter + 1) % 1_000_000;
  const id = `${at.getTime().toString(36)}-${String(counter).padStart(6, "0")}-${randomBytes(3).toString("hex")}`;
  const mail = await PostalMime.parse(raw).catch(() => null);
  return {
    id,
    at: at.toISOString(),
    envelope,
    from: written(mail?.from ? [mail.from] : [])[0] ?? envelope.from,
    to: mail?.to?.length ? written(mail.to) : envelope.to,
    subject: mail?.subject ?? "",
  };
}

/** Addresses as a person writes them: `Maja Berg <maja@example.com>`. */
export function written(addresses: Address[]): string[] {
  return addresses
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ name, address }) => (name ? `${name} <${address}>` : address));
}

function holds(mail: MailSummary, search: string): boolean {
  const text = [mail.from, ...mail.to, ...mail.envelope.to, mail.subject].join("\n").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** A mail whose summary is torn, by a kill in the middle of writing it, is left out. */
function readSummaries(folder: string): MailSummary[] {
  const mails: MailSummary[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    try {
      mails.push(JSON.parse(readFileSync(join(folder, name), "utf8")));
    } catch {
      // Left out.
    }
  }
  return mails.sort(newestFirst);
}
