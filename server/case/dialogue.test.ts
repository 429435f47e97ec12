import fc from "fast-check";
import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { inboundMails } from "#db/schema/index.ts";
import { causeNamed } from "#server/test/causes.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeMember, makeWorkspace } from "#server/test/factories.ts";
import { closeCase } from "./close.ts";
import { getCase } from "./queries.ts";
import { receiveMail } from "./receive.ts";
import { reopenCase } from "./reopen.ts";
import { replyToCase } from "./reply.ts";
import type { CaseState } from "./rules.ts";
import { snoozeCase } from "./snooze.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");

const things = [
  "customer",
  "machine",
  "stranger",
  "again",
  "ours",
  "reply",
  "snooze",
  "close",
  "reopen",
] as const;
type Thing = (typeof things)[number];

/** What happens in a case, and how many minutes after the last thing. */
const happening = fc.record({ thing: fc.constantFrom(...things), minutes: fc.integer({ min: 1, max: 4 }) });

type Model = {
  state: CaseState;
  minute: number;
  inbound: { at: number; stranger: boolean }[];
  outgoing: number;
};

/** The rules of a dialogue said once more, without a database: what the case is after `thing`, and what it holds. */
function after(was: Model, thing: Thing, minutes: number): Model {
  const minute = was.minute + minutes;
  const now = { ...was, minute };
  const isMail = thing === "customer" || thing === "machine" || thing === "stranger" || thing === "ours";
  if (isMail) {
    const stranger = thing === "stranger";
    const before = was.inbound.filter((one) => one.stranger === stranger);
    const lately = before.filter(({ at }) => at > minute - 10).length;
    const inHour = before.filter(({ at }) => at >= minute - 60).length;
    const wakes = thing === "customer" && lately < 10 && inHour < 20;
    return {
      ...now,
      inbound: [...was.inbound, { at: minute, stranger }],
      ...(wakes ? { state: "open" as const } : {}),
    };
  }
  if (thing === "reply" && was.state !== "closed")
    return { ...now, state: "waiting", outgoing: was.outgoing + 1 };
  if (thing === "snooze" && was.state !== "closed") return { ...now, state: "snoozed" };
  if (thing === "close") return { ...now, state: "closed" };
  if (thing === "reopen") return { ...now, state: "open" };
  return now;
}

it("a case is what its customer and its colleagues make of it, whatever else comes in, in any order", async () => {
  const run = fc.asyncProperty(fc.array(happening, { maxLength: 25 }), async (story) => {
    const { caseId, contact } = await makeOpenCase(rt, fjordline);
    const began = rt.clock().getTime();
    let last: string | null = null;
    let model: Model = { state: "open", minute: 0, inbound: [], outgoing: 0 };

    const mail = (from: string, header: string, id = `<${newId()}@random.example>`) =>
      fjordline.run(async (ctx) => {
        const { case: one } = await getCase(ctx, { caseId });
        const raw = Buffer.from(`From: ${from}\r\nMessage-ID: ${id}\r\n${header}\r\n\r\nHello`);
        const inboundMailId = newId();
        await ctx.db.insert(inboundMails).values({
          ...{ workspaceId: ctx.workspaceId, id: inboundMailId, purpose: "case", targetNumber: one.number },
          ...{ mailFrom: from, rcptTo: "case+x@reply.svar.test", raw, sha256: Buffer.from(id) },
          receivedAt: ctx.now,
        });
        await receiveMail(ctx, { inboundMailId });
        if (header === "" && from === contact.email) last = id;
      });
    const verbs: Record<Thing, () => Promise<unknown>> = {
      customer: () => mail(contact.email!, ""),
      machine: () => mail(contact.email!, "Auto-Submitted: auto-replied"),
      stranger: () => mail("mallory@elsewhere.example", ""),
      again: async () => last && mail(contact.email!, "", last),
      ours: () => mail(contact.email!, "X-Svar-Mail: 1"),
      reply: () => fjordline.run((ctx) => replyToCase(ctx, { caseId, text: "Hello" }), bo),
      snooze: () => fjordline.run((ctx) => snoozeCase(ctx, { caseId, until: "reply" }), bo),
      close: () =>
        fjordline.run(
          async (ctx) => closeCase(ctx, { caseId, causeId: await causeNamed(ctx), outcome: "Done" }),
          bo,
        ),
      reopen: () => fjordline.run((ctx) => reopenCase(ctx, { caseId }), bo),
    };
    for (const { thing, minutes } of story) {
      model = after(model, thing, minutes);
      rt.setNow(new Date(began + model.minute * 60_000));
      // What cannot be done to a closed case is refused and changes nothing.
      await verbs[thing]().catch((error) => expect(error).toMatchObject({ code: "CONFLICT" }));
      const { case: one, messages, closures } = await fjordline.run((ctx) => getCase(ctx, { caseId }));
      expect(one.state, thing).toBe(model.state);
      const count = (direction: string) =>
        messages.filter((message) => message.direction === direction).length;
      expect([count("in"), count("out")]).toEqual([model.inbound.length, model.outgoing]);
      const standing = closures.filter(({ reopenedAt }) => reopenedAt === null).length;
      expect(standing).toBe(model.state === "closed" ? 1 : 0);
    }
    rt.setNow(new Date(began + 86_400_000));
  });
  await fc.assert(run, { numRuns: 25 });
}, 120_000);
