import { inArray } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import { atTheDoor } from "#server/context.ts";
import type { MailKind } from "./enqueue.ts";
import type { MailFile, OutboundMail, RenderedMail } from "./rendered.ts";
import type { Sender, SendingIdentity } from "./sender.ts";

/** What is needed to send one mail: what renders it (throws when it cannot), what loads its files, and where bounces go. */
export type PreparedMail = {
  mail: OutboundMail;
  render: () => RenderedMail;
  loadFiles: () => Promise<MailFile[]>;
  returnTo: string;
};

/**
 * Loads what `mails` are about, workspace by workspace and kind by kind. What fails to load fails when it is
 * rendered, and nothing else with it (RELIABILITY.md A11).
 */
export async function prepareMails(sender: Sender, mails: OutboundMail[]): Promise<PreparedMail[]> {
  const keys = await workspaceKeys(sender, mails);
  const groups = Map.groupBy(mails, (mail) => `${mail.workspaceId} ${mail.kind}`);
  const renders = await Promise.all([...groups.values()].map((group) => renderersOf(sender, group)));
  const byMail = new Map(renders.flat());
  const identities = await identitiesOf(sender, mails);
  return mails.map((mail) => {
    const render = byMail.get(mail) ?? unprepared;
    const identity = toCustomers.has(mail.kind) ? identities.get(mail.workspaceId) : null;
    const returnDomain = identity?.returnDomain ?? sender.mailDomain;
    return {
      mail,
      render: identity ? () => as(identity, render()) : render,
      loadFiles: () => filesOf(sender, mail),
      returnTo: returnAddress(sender, keys.get(mail.workspaceId) ?? "", mail.number, returnDomain),
    };
  });
}

async function filesOf(sender: Sender, mail: OutboundMail): Promise<MailFile[]> {
  const renderer = sender.renderers[mail.kind];
  const load = "files" in renderer ? renderer.files : undefined;
  return load ? sender.enter(mail.workspaceId, "mail.files", (ctx) => load(ctx, mail)) : [];
}

/** Mail that speaks for the company; what Svar says to its members comes from the platform. */
const toCustomers = new Set<MailKind>([
  "invitation",
  "reminder",
  "invitation_test",
  "case_reply",
  "recovery_check",
  "thank_you",
]);

const as = ({ fromAddress, key }: SendingIdentity, rendered: RenderedMail): RenderedMail => ({
  ...rendered,
  fromAddress,
  signedBy: key,
});

async function identitiesOf(
  sender: Sender,
  mails: OutboundMail[],
): Promise<Map<string, SendingIdentity | null>> {
  const ids = [...new Set(mails.filter(({ kind }) => toCustomers.has(kind)).map((mail) => mail.workspaceId))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await sender.identityOf(id)] as const)));
}

type Render = [OutboundMail, () => RenderedMail];

async function renderersOf(sender: Sender, group: OutboundMail[]): Promise<Render[]> {
  const { workspaceId, kind } = group[0]!;
  const renderer = sender.renderers[kind];
  if ("one" in renderer) {
    const { one } = renderer;
    return Promise.all(
      group.map(async (mail): Promise<Render> => {
        const ready = sender.enter(workspaceId, "mail.render", (ctx) => one(ctx, mail));
        return [mail, await later(ready.then((rendered) => () => rendered))];
      }),
    );
  }
  const { many } = renderer;
  const ready = sender.enter(workspaceId, "mail.render", (ctx) => many(ctx, group));
  const render = await ready.catch((error) => () => rethrow(error));
  return group.map((mail) => [mail, () => render(mail)]);
}

const later = (ready: Promise<() => RenderedMail>) => ready.catch((error) => () => rethrow(error));

function rethrow(error: unknown): never {
  throw error;
}

function unprepared(): never {
  throw new Error("nothing was loaded for this mail");
}

/** VERP (RELIABILITY.md 2.3): one envelope sender for each mail, which tells whose bounce it is. */
function returnAddress({ tokens }: Sender, workspaceKey: string, number: number, domain: string): string {
  return `b+${tokens.sealForAddress("bounce-address", { workspaceKey, number })}@${domain}`;
}

const known = new Map<string, string>();

/** A workspace's key never changes, so a process may remember it. */
async function workspaceKeys(sender: Sender, mails: OutboundMail[]): Promise<Map<string, string>> {
  const unknown = [...new Set(mails.map((mail) => mail.workspaceId))].filter((id) => !known.has(id));
  if (unknown.length > 0) {
    const rows = await atTheDoor(sender.db, (tx) =>
      tx
        .select({ id: workspaces.id, key: workspaces.key })
        .from(workspaces)
        .where(inArray(workspaces.id, unknown)),
    );
    for (const { id, key } of rows) known.set(id, key);
  }
  return known;
}
