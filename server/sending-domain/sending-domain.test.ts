import { authenticate } from "mailauth";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { dkimKeys, outboundMails, sendingDomains } from "#db/schema/index.ts";
import { asSystem } from "#server/entry.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import type { MailRenderer, Renderers } from "#server/mail/rendered.ts";
import { sendDue } from "#server/mail/send-due.ts";
import type { Sender } from "#server/mail/sender.ts";
import { createTransport } from "#server/mail/transport.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { type DnsServer, startDnsServer, type Zone } from "#server/test/dns-server.ts";
import { makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { smtpSink } from "#server/test/smtp-sink.ts";
import { checkDomains, checkDomainTask } from "#server/worker/check-domains.ts";
import { inboundDoor } from "#server/worker/inbound.ts";
import { addDomain } from "./add.ts";
import { dnsAsker } from "./ask-dns.ts";
import { checkDomain } from "./check.ts";
import { findIdentity, getSender, recordsOf } from "./queries.ts";
import { removeDomain } from "./remove.ts";
import { rotateKey } from "./rotate-key.ts";

const rt = await testRuntime();
let workspace: TestWorkspace;
let dns: DnsServer;
beforeEach(async () => {
  rt.setNow(testNow);
  workspace = await makeWorkspace(rt);
  dns = await startDnsServer();
  return () => dns.close();
});

const add = (domain = "fjordline.dk") => workspace.run((ctx) => addDomain(ctx, { domain }));
const check = (domainId: string) =>
  checkDomainTask(rt, { workspaceId: workspace.id, domainId }, dnsAsker(dns.address));
const sender = async () => (await workspace.run((ctx) => getSender(ctx))).domain!;
const identity = () => workspace.run((ctx) => findIdentity(ctx));

/** DNS says all that a domain needs. */
async function publish(domainId: string): Promise<Zone> {
  for (const { type, host, expected } of await workspace.run((ctx) => recordsOf(ctx, domainId))) {
    dns.zone[`${type} ${host}`] = [expected];
  }
  return dns.zone;
}

const statesOf = async () => (await sender()).records.map(({ name, state }) => `${name} ${state}`);

describe("a sender domain", () => {
  it("is verified record by record, and sent from when all are right", async () => {
    const { id } = await add("Blåbær.no");
    await check(id);
    expect(await statesOf()).toEqual(["dkim missing", "mx missing", "spf missing", "dmarc missing"]);
    expect(await identity()).toBeNull();
    await publish(id);
    dns.zone["TXT bounce.xn--blbr-roah.no"] = ["v=spf1 -all"];
    await check(id);
    const [, , spf] = (await sender()).records;
    expect(spf).toMatchObject({ state: "wrong", found: ["v=spf1 -all"] });
    expect(await identity()).toBeNull();
    await publish(id);
    await check(id);
    expect(await sender()).toMatchObject({ verifiedAt: testNow, checkedAt: testNow, lostAt: null });
    expect(await identity()).toMatchObject({
      fromAddress: "feedback@xn--blbr-roah.no",
      returnDomain: "bounce.xn--blbr-roah.no",
      key: { selector: "svar202611" },
    });
  });

  it("that is lost falls back at once and tells its administrators; one that cannot be asked stays", async () => {
    const { id } = await add();
    const zone = await publish(id);
    await check(id);
    for (const place of Object.keys(zone)) zone[place] = "fail";
    await check(id);
    expect(await identity()).not.toBeNull();
    expect(await statesOf()).toContain("dkim unknown");
    await publish(id);
    delete zone["TXT svar202611._domainkey.fjordline.dk"];
    await check(id);
    await check(id);
    expect(await identity()).toBeNull();
    expect(await sender()).toMatchObject({ verifiedAt: null, lostAt: testNow });
    const mails = await workspace.run((ctx) => ctx.db.select().from(outboundMails));
    expect(mails).toMatchObject([{ kind: "domain_lost", toAddress: workspace.owner.email }]);
    await publish(id);
    await check(id);
    expect(await sender()).toMatchObject({ verifiedAt: testNow, lostAt: null });
  }, 60_000);

  it("goes on signing with the old key until the new one is published", async () => {
    const { id } = await add();
    await publish(id);
    await check(id);
    rt.setNow(new Date(testNow.getTime() + 60_000));
    await workspace.run((ctx) => rotateKey(ctx, { domainId: id }));
    await expect(workspace.run((ctx) => rotateKey(ctx, { domainId: id }))).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await check(id);
    expect((await identity())?.key.selector).toBe("svar202611");
    await publish(id);
    await check(id);
    expect((await identity())?.key.selector).toBe("svar202611b");
    expect((await sender()).records.filter(({ name }) => name === "dkim")).toHaveLength(1);
  });

  it("keeps its private key encrypted", async () => {
    await add();
    const [key] = await workspace.run((ctx) => ctx.db.select().from(dkimKeys));
    const plain = rt.tokens.decrypt("dkim-key", key!.privateKey)!;
    expect(Buffer.from(plain).length).toBeGreaterThan(1_000);
    expect(Buffer.from(key!.privateKey).includes(Buffer.from(plain.subarray(0, 32)))).toBe(false);
  });

  it("is one for a workspace, no nonsense, and not the platform's own", async () => {
    await expect(add("fjordline")).rejects.toMatchObject({ code: "INVALID", field: "domain" });
    await expect(add("x.reply.svar.test")).rejects.toMatchObject({ code: "INVALID", field: "domain" });
    const { id } = await add();
    await expect(add("other.example")).rejects.toMatchObject({ code: "CONFLICT" });
    await workspace.run((ctx) => removeDomain(ctx, { domainId: id }));
    await add("other.example");
  });

  it("is nothing to another workspace", async () => {
    const { id } = await add();
    await publish(id);
    await check(id);
    const other = await makeWorkspace(rt, "Nordlys");
    expect((await other.run((ctx) => getSender(ctx))).domain).toBeNull();
    expect(await other.run((ctx) => findIdentity(ctx))).toBeNull();
    for (const verb of [checkDomain, rotateKey, removeDomain]) {
      await expect(other.run((ctx) => verb(ctx, { domainId: id }))).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });

  it("is looked at again after a day", async () => {
    const { id } = await add();
    await check(id);
    const checked = async () => {
      const [row] = await workspace.run((ctx) => ctx.db.select().from(sendingDomains));
      return row!.checkedAt;
    };
    const asking = { ...rt, env: { ...rt.env, DNS_SERVER: dns.address } };
    rt.setNow(new Date(testNow.getTime() + 23 * 3_600_000));
    await checkDomains(asking);
    expect(await checked()).toEqual(testNow);
    const nextDay = new Date(testNow.getTime() + 25 * 3_600_000);
    rt.setNow(nextDay);
    await checkDomains(asking);
    expect(await checked()).toEqual(nextDay);
  });
});

describe("mail from a workspace", () => {
  const plain: MailRenderer = async () => ({
    fromName: "Fjordline",
    fromAddress: null,
    subject: "One question",
    html: "<p>0</p>",
    text: "0",
    headers: {
      "List-Unsubscribe": "<https://svar.example/u/x>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  });

  async function sendOne(kind: "invitation_test" | "case_alert") {
    const sink = await smtpSink();
    const transport = createTransport({ smtpUrl: sink.url, address: "svar@svar.example", dkim: [] });
    onTestFinished(async () => {
      transport.close();
      await sink.close();
    });
    const sending: Sender = {
      ...{ db: rt.connection.db, log: rt.log, tokens: rt.tokens, mailDomain: "reply.svar.test", transport },
      renderers: new Proxy({} as Renderers, { get: () => ({ one: plain }) }),
      identityOf: (id) => asSystem(rt, id, "mail.identity", findIdentity),
      enter: (id, task, work) => asSystem(rt, id, task, work),
      onSettled: async () => {},
      onRefused: async () => {},
      clock: () => testNow,
    };
    await workspace.run((ctx) =>
      enqueueMail(ctx, { kind, toAddress: "asa@customer.example", dedupeKey: `${kind} ${Math.random()}` }),
    );
    await sendDue(sending, 50);
    return sink.mails.find((mail) => mail.to === "asa@customer.example")!;
  }

  it("comes from its own domain, signed and aligned, once that is verified; before and for members from the platform", async () => {
    const { id } = await add();
    const before = await sendOne("invitation_test");
    expect(before.raw).toMatch(
      /^From: Fjordline <svar@svar\.example>|^From: "Fjordline" <svar@svar\.example>/m,
    );
    expect(before.from).toMatch(/@reply\.svar\.test$/);
    expect(before.raw).not.toMatch(/^DKIM-Signature/im);

    await publish(id);
    await check(id);
    const mail = await sendOne("invitation_test");
    expect(mail.raw).toMatch(/^From: .*<feedback@fjordline\.dk>/m);
    expect(mail.from).toMatch(/^b\+.*@bounce\.fjordline\.dk$/);
    const signed = /h=([^;]+);/.exec(mail.raw.replaceAll(/\r\n[ \t]+/g, ""))![1]!.toLowerCase();
    expect(signed).toContain("list-unsubscribe:list-unsubscribe-post");
    const { dkim, dmarc } = await authenticate(mail.raw, {
      ip: "192.0.2.1",
      helo: "svar.example",
      sender: mail.from,
      disableArc: true,
      disableBimi: true,
      resolver: async (host, type) => {
        const known = dns.zone[`${type} ${host}`];
        if (Array.isArray(known)) return type === "TXT" ? known.map((text) => [text]) : known;
        throw Object.assign(new Error("not found"), { code: "ENOTFOUND" });
      },
    });
    expect(dkim.results[0]?.status.result).toBe("pass");
    expect(dkim.results[0]?.signingDomain).toBe("fjordline.dk");
    expect(dmarc).toMatchObject({ status: { result: "pass" } });
    expect((await sendOne("case_alert")).raw).toMatch(/<svar@svar\.example>/);
  });

  it("comes back to its return path, where nothing else is taken", async () => {
    const { id } = await add("comes-back.example");
    const door = inboundDoor(rt);
    expect(await door.isReturnPath("Bounce.comes-back.example")).toBe(true);
    expect(await door.isReturnPath("comes-back.example")).toBe(false);
    await workspace.run((ctx) => removeDomain(ctx, { domainId: id }));
    expect(await door.isReturnPath("bounce.comes-back.example")).toBe(false);
  });
});
