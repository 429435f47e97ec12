import { Readable } from "node:stream";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { caseMessages, inboundMails, outboundMails } from "#db/schema/index.ts";
import { assignCase } from "#server/case/assign.ts";
import { getCase } from "#server/case/queries.ts";
import { receiveMail } from "#server/case/receive.ts";
import { receiveColleagueMail } from "#server/case/receive-colleague.ts";
import { collectMail } from "#server/mail/collect.ts";
import type { InboundTarget } from "#server/mail/inbound.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import type { TokenPurpose } from "#server/token/codec.ts";
import { inboundDoor } from "./inbound.ts";
import { tellAllAlerts } from "./tell-alerts.ts";

const rt = await testRuntime();
const door = inboundDoor(rt);
const workspaces = [await makeWorkspace(rt, "Fjordline"), await makeWorkspace(rt, "Nordlys")];
beforeEach(() => rt.setNow(testNow));

/** Two cases in each of two workspaces, with everything that a mail could name them by. */
const cases = (
  await Promise.all(
    workspaces.map(async (workspace, at) => {
      const owner = await makeMember(rt, workspace, "agent", `Bo${at} Friis`);
      const made = [];
      for (let n = 0; n < 2; n++) made.push(await makeCase(workspace, owner.id));
      return made;
    }),
  )
).flat();

async function makeCase(workspace: TestWorkspace, assigneeId: string) {
  const { caseId, contact, messageId } = await makeOpenCase(rt, workspace);
  await workspace.run((ctx) => assignCase(ctx, { caseId, assigneeId }));
  await tellAllAlerts(rt);
  const { case: one } = await workspace.run((ctx) => getCase(ctx, { caseId }));
  const [alert] = await workspace.run((ctx) =>
    ctx.db
      .select()
      .from(outboundMails)
      .where(and(eq(outboundMails.caseId, caseId), eq(outboundMails.kind, "case_alert"))),
  );
  const seal = (purpose: TokenPurpose, number: number) =>
    rt.tokens.sealForAddress(purpose, { workspaceKey: workspace.key, number });
  return {
    ...{ workspace, caseId, number: one.number, email: contact.email!, asked: messageId },
    alert: { number: alert!.number, messageId: alert!.messageId },
    address: `case+${seal("case-address", one.number)}`,
    forColleague: `n+${seal("notification-address", alert!.number)}`,
  };
}

const oneCase = fc.constantFrom(...cases);
const messageIds = cases.flatMap(({ asked, alert }) => [asked, alert.messageId]);

/** What others can put into a mail: the names of all cases, and anything else. */
const headers = fc.record({
  inReplyTo: fc.oneof(fc.constantFrom(...messageIds), fc.string({ maxLength: 40 })),
  references: fc.array(fc.oneof(fc.constantFrom(...messageIds), fc.string({ maxLength: 40 })), {
    maxLength: 8,
  }),
  to: fc.constantFrom(...cases.flatMap(({ address, forColleague }) => [address, forColleague])),
  subject: fc.string({ maxLength: 60 }),
  from: fc.constantFrom(...cases.map(({ email }) => email), "mallory@elsewhere.example"),
});

type Headers = typeof headers extends fc.Arbitrary<infer Value> ? Value : never;

let mails = 0;
const rawOf = ({ inReplyTo, references, to, subject, from }: Headers) => {
  const clean = (text: string) => text.replace(/[\r\n]/g, " ");
  return Buffer.from(
    [
      `From: ${from}`,
      `To: ${to}@reply.svar.test`,
      `Subject: ${clean(subject)}`,
      `Message-ID: <${mails++}@random.example>`,
      `In-Reply-To: ${clean(inReplyTo)}`,
      `References: ${clean(references.join(" "))}`,
      "",
      "Hello",
    ].join("\r\n"),
  );
};

/** Which cases have which mails, in all workspaces. */
async function messages(): Promise<Map<string, number>> {
  const found = await Promise.all(
    workspaces.map((workspace) =>
      workspace.run((ctx) => ctx.db.select({ caseId: caseMessages.caseId }).from(caseMessages)),
    ),
  );
  const counted = new Map<string, number>();
  for (const { caseId } of found.flat()) counted.set(caseId, (counted.get(caseId) ?? 0) + 1);
  return counted;
}

/** Puts a mail in by the door, as SMTP does, and reads it. */
async function deliver(target: InboundTarget, rcptTo: string, raw: Buffer): Promise<void> {
  const bytes = (await collectMail(Readable.from([raw]), raw.length))!;
  await door.store(target, { mailFrom: "x@random.example", rcptTo, bytes });
  const workspace = workspaces.find(({ id }) => id === target.workspaceId)!;
  const [stored] = await workspace.run((ctx) =>
    ctx.db.select({ id: inboundMails.id }).from(inboundMails).where(eq(inboundMails.raw, raw)),
  );
  const inboundMailId = stored!.id;
  await workspace.run((ctx) =>
    target.purpose === "case"
      ? receiveMail(ctx, { inboundMailId })
      : receiveColleagueMail(ctx, { inboundMailId, proven: null }),
  );
}

it("a mail stands in the case whose address it came in by and in no other, whatever else it says", async () => {
  await fc.assert(
    fc.asyncProperty(oneCase, fc.boolean(), headers, async (mine, asColleague, said) => {
      rt.setNow(new Date(rt.clock().getTime() + 3_600_000));
      const localPart = asColleague ? mine.forColleague : mine.address;
      const target = await door.resolve(localPart);
      expect(target).toEqual({
        purpose: asColleague ? "notification" : "case",
        workspaceId: mine.workspace.id,
        number: asColleague ? mine.alert.number : mine.number,
      });
      const before = await messages();
      await deliver(target!, `${localPart}@reply.svar.test`, rawOf(said));
      const after = await messages();
      for (const { caseId } of cases)
        expect((after.get(caseId) ?? 0) - (before.get(caseId) ?? 0)).toBe(caseId === mine.caseId ? 1 : 0);
    }),
    { numRuns: 40 },
  );
});

it("an address that was changed, cut, put together or made for another purpose leads nowhere", async () => {
  const whole = cases.flatMap(({ address, forColleague }) => [address, forColleague]);
  const parts = whole.map((address) => {
    const [, prefix, body, tag] = /^(\w+)\+([^.]+)\.(.+)$/.exec(address)!;
    return { prefix: prefix!, body: body!, tag: tag! };
  });
  const part = fc.constantFrom(...parts);
  const letter = fc.constantFrom(..."0123456789abcdefghjkmnpqrstvwxyz.+@".split(""));
  const forged = fc.oneof(
    fc.tuple(part, part, part).map(([a, b, c]) => `${a.prefix}+${b.body}.${c.tag}`),
    fc
      .tuple(fc.constantFrom(...whole), fc.nat(60), letter)
      .map(([it, at, to]) => it.slice(0, at) + to + it.slice(at + 1)),
    fc.tuple(fc.constantFrom(...whole), fc.nat(60)).map(([it, at]) => it.slice(0, at)),
    fc.constantFrom(...whole).map((it) => it.replace(/^(\w+)/, (p) => (p === "n" ? "case" : "n"))),
    fc.string({ maxLength: 70 }),
  );
  await fc.assert(
    fc.asyncProperty(forged, async (localPart) => {
      if (whole.includes(localPart.toLowerCase())) return;
      expect(await door.resolve(localPart)).toBeNull();
    }),
    { numRuns: 500 },
  );
});
