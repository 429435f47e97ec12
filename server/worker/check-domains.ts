import { atTheDoor } from "#server/context.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import { type AskDns, dnsAsker } from "#server/sending-domain/ask-dns.ts";
import { noteAnswers } from "#server/sending-domain/note-answers.ts";
import { domainsToCheck, recordsOf } from "#server/sending-domain/queries.ts";
import { judge } from "#server/sending-domain/rules.ts";

const task = "domain.check";
const dayMs = 86_400_000;

type Target = { workspaceId: string; domainId: string };

/** Asks DNS for the records of a sender domain, with no transaction open meanwhile, and writes down what it says. */
export async function checkDomainTask(
  rt: Runtime,
  { workspaceId, domainId }: Target,
  ask: AskDns = dnsAsker(rt.env.DNS_SERVER),
): Promise<void> {
  const wanted = await asSystem(rt, workspaceId, task, (ctx) => recordsOf(ctx, domainId));
  const records = await Promise.all(wanted.map(async (record) => judge(record, await ask(record))));
  await asSystem(rt, workspaceId, task, (ctx) => noteAnswers(ctx, { domainId, records }));
}

/** Looks once a day at the domains of all workspaces. Two workers at once ask twice, and no harm is done. */
export async function checkDomains(rt: Runtime): Promise<void> {
  const before = new Date(rt.clock().getTime() - dayMs);
  for (const target of await atTheDoor(rt.connection.db, (tx) => domainsToCheck(tx, before))) {
    await checkDomainTask(rt, target).catch((error) =>
      rt.log.error({ err: error, domain: target.domainId }, "domain not checked"),
    );
  }
}
