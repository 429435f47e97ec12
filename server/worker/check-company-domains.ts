import { atTheDoor } from "#server/context.ts";
import { asSystem, type Runtime } from "#server/entry.ts";
import { type AskDns, dnsAsker } from "#server/sending-domain/ask-dns.ts";
import { noteProof } from "#server/single-sign-on/note-proof.ts";
import { companyDomainsToCheck, requireCompanyDomain } from "#server/single-sign-on/queries.ts";
import { proofHost } from "#server/single-sign-on/rules.ts";

const task = "company-domain.check";
const dayMs = 86_400_000;

type Target = { workspaceId: string; companyDomainId: string };

/** Asks DNS whose a domain is, with no transaction open meanwhile, and writes down what it says. */
export async function checkCompanyDomainTask(
  rt: Runtime,
  { workspaceId, companyDomainId }: Target,
  ask: AskDns = dnsAsker(rt.env.DNS_SERVER),
): Promise<void> {
  const { domain } = await asSystem(rt, workspaceId, task, (ctx) =>
    requireCompanyDomain(ctx, companyDomainId),
  );
  const texts = await ask({ type: "TXT", host: proofHost(domain) });
  await asSystem(rt, workspaceId, task, (ctx) => noteProof(ctx, { companyDomainId, texts }));
}

/** Looks once a day at the domains of all workspaces. Two workers at once ask twice, and no harm is done. */
export async function checkCompanyDomains(rt: Runtime): Promise<void> {
  const before = new Date(rt.clock().getTime() - dayMs);
  for (const target of await atTheDoor(rt.connection.db, (tx) => companyDomainsToCheck(tx, before))) {
    await checkCompanyDomainTask(rt, target).catch((error) =>
      rt.log.error({ err: error, domain: target.companyDomainId }, "domain not checked"),
    );
  }
}
