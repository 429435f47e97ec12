import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { newId } from "#db/id.ts";
import { campaigns, mailEvents, outboundMails } from "#db/schema/index.ts";
import { asSystem } from "#server/entry.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { smtpSink } from "#server/test/smtp-sink.ts";
import { enqueueMail, type MailToSend } from "./enqueue.ts";
import { reclaimExpired } from "./reclaim.ts";
import type { MailRenderer, OutboundMail, RenderedMail, Renderers } from "./rendered.ts";
import { sendDue } from "./send-due.ts";
import type { Sender } from "./sender.ts";
import { TransportDown } from "./smtp-pool.ts";
import { createTransport } from "./transport.ts";
import { recallMails } from "./withdraw.ts";

const rt = await testRuntime();
let now = new Date("2026-11-23T09:00:00Z");
const wait = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
  rt.setNow(now);
};

const plain = (mail: OutboundMail): RenderedMail => ({
  fromName: "Fjordline",
  fromAddress: null,
  subject: "One question",
  html: "<p>0 1 2</p>",
  text: `for ${mail.toAddress}`,
});
const one: { one: MailRenderer } = { one: async (_, mail) => plain(mail) };
const renderers: Renderers = {
  invitation: { many: async () => plain },
  reminder: { many: async () => plain },
  invitation_test: one,
  case_reply: one,
  case_alert: one,
  case_mention: one,
  reply_not_sent: one,
  promises_due: one,
  alert: one,
  channel_off: one,
  domain_lost: one,
  own_data: one,
  digest: one,
  recovery_check: one,
  thank_you: one,
  member_invitation: one,
  security_notice: one,
  sign_in_link: one,
  password_reset: {
    one: async () => {
      throw new Error("the template has a mistake");
    },
  },
};

async function world(script: Parameters<typeof smtpSink>[0] = {}, over: Partial<Sender> = {}) {
  const sink = await smtpSink(script);
  const transport = createTransport({
    smtpUrl: sink.url,
    address: "svar@svar.example",
    dkim: [],
    limits: { sessions: 3 },
  });
  onTestFinished(async () => {
    transport.close();
    await sink.close();
  });
  const sender: Sender = {
    db: rt.connection.db,
    log: rt.log,
    tokens: rt.tokens,
    mailDomain: "reply.svar.test",
    transport,
    renderers,
    identityOf: async () => null,
    enter: (workspaceId, task, work) => asSystem(rt, workspaceId, task, work),
    onSettled: async () => {},
    onRefused: async () => {},
    clock: () => now,
    ...over,
  };
  const workspace = await makeWorkspace(rt);
  return { sink, sender, workspace };
}

const put = (workspace: TestWorkspace, toAddress: string, over: Partial<MailToSend> = {}) =>
  workspace.run((ctx) => enqueueMail(ctx, { kind: "case_reply", toAddress, dedupeKey: toAddress, ...over }));

const statesOf = (workspace: TestWorkspace) =>
  workspace.run(async (ctx) => {
    const rows = await ctx.db
      .select()
      .from(outboundMails)
      .where(eq(outboundMails.workspaceId, ctx.workspaceId));
    return Object.fromEntries(rows.map((row) => [row.toAddress.split("@")[0]!, row]));
  });

async function makeCampaign(workspace: TestWorkspace, addresses: string[]): Promise<string> {
  const id = await workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    const [row] = await ctx.db
      .insert(campaigns)
      .values({
        workspaceId: ctx.workspaceId,
        id: newId(),
        surveyId: survey.id,
        name: "Autumn",
        audience: { all: true },
        state: "running",
        createdAt: ctx.now,
      })
      .returning();
    return row!.id;
  });
  for (const address of addresses) await put(workspace, address, { kind: "invitation", campaignId: id });
  return id;
}

describe("sending what is due", () => {
  it("loads the files of a mail when it is sent, and has those of one in memory at a time", async () => {
    let inMemory = 0;
    const most: number[] = [];
    const withFiles: Renderers["case_reply"] = {
      one: async (_, mail) => ({ ...plain(mail), bytesOfFiles: mail.toAddress.startsWith("big") ? 3 : 0 }),
      files: async () => {
        inMemory += 1;
        most.push(inMemory);
        return [{ fileName: "label.pdf", mediaType: "application/pdf", content: Buffer.from("PDF") }];
      },
    };
    const { sink, sender, workspace } = await world(
      {
        data: async ({ raw }) => {
          if (raw.includes("label.pdf")) inMemory -= 1;
          return "ok" as const;
        },
      },
      { renderers: { ...renderers, case_reply: withFiles } },
    );
    for (const name of ["big1", "big2", "small", "big3"]) await put(workspace, `${name}@x.example`);
    expect(await sendDue(sender, 10)).toBe(4);
    expect(sink.mails.filter(({ raw }) => raw.includes('filename="label.pdf"'))).toHaveLength(3);
    expect(most).toEqual([1, 1, 1]);
    expect((await statesOf(workspace)).small).toMatchObject({ state: "sent" });
  });

  it("sends each mail once, from an envelope address of its own, and writes every step down", async () => {
    const { sink, sender, workspace } = await world();
    await put(workspace, "asa@x.example");
    await put(workspace, "bo@x.example");
    expect(await sendDue(sender, 10)).toBe(2);
    expect(await sendDue(sender, 10)).toBe(0);
    expect(sink.mails.map((mail) => mail.to).sort()).toEqual(["asa@x.example", "bo@x.example"]);
    const { asa } = await statesOf(workspace);
    expect(asa).toMatchObject({ state: "sent", attempts: 1, lastStatus: 250 });
    const mail = sink.mails.find(({ to }) => to === "asa@x.example")!;
    expect(mail.messageId).toBe(asa!.messageId);
    const token = /^b\+(.+)@reply\.svar\.test$/.exec(mail.from)![1]!;
    expect(rt.tokens.openFromAddress("bounce-address", token)).toEqual({
      workspaceKey: workspace.key,
      number: asa!.number,
    });
    const events = await workspace.run((ctx) =>
      ctx.db.select().from(mailEvents).where(eq(mailEvents.mailId, asa!.id)).orderBy(mailEvents.id),
    );
    expect(events.map((event) => event.state)).toEqual(["queued", "sending", "sent"]);
  });

  it("tries again what was put off, with the same Message-ID, and never what was refused", async () => {
    let busy = true;
    const { sink, sender, workspace } = await world({
      rcpt: (to) =>
        to.startsWith("gone")
          ? "550 5.1.1 no such user"
          : to.startsWith("grey") && busy
            ? "451 4.7.1 later"
            : "ok",
      data: (mail) => (mail.to.startsWith("slow") && busy ? "452 4.3.1 full" : "ok"),
    });
    for (const name of ["gone", "grey", "slow", "fine"]) await put(workspace, `${name}@x.example`);
    await sendDue(sender, 10);
    let states = await statesOf(workspace);
    expect(states.gone).toMatchObject({ state: "failed", lastStatus: 550 });
    expect(states.fine).toMatchObject({ state: "sent" });
    for (const name of ["grey", "slow"]) {
      expect(states[name]).toMatchObject({ state: "deferred", attempts: 1 });
      const delay = (states[name]!.nextAttemptAt.getTime() - now.getTime()) / 1000;
      expect(delay).toBeGreaterThanOrEqual(60);
      expect(delay).toBeLessThanOrEqual(300);
    }
    busy = false;
    wait(300);
    expect(await sendDue(sender, 10)).toBe(2);
    states = await statesOf(workspace);
    expect(states.slow).toMatchObject({ state: "sent", attempts: 2 });
    expect(sink.mails.find(({ to }) => to.startsWith("slow"))!.messageId).toBe(states.slow!.messageId);
    expect(sink.mails.some(({ to }) => to.startsWith("gone"))).toBe(false);
  });

  it("sends once more what may have arrived, then says that nobody knows", async () => {
    const { sink, sender, workspace } = await world({ data: () => "drop" });
    await put(workspace, "asa@x.example");
    for (let n = 0; n < 4; n++) {
      await sendDue(sender, 10);
      wait(600);
    }
    expect((await statesOf(workspace)).asa).toMatchObject({ state: "in_doubt", doubts: 2, attempts: 2 });
    expect(sink.mails).toHaveLength(2);
    expect(new Set(sink.mails.map((mail) => mail.messageId)).size).toBe(1);
  });

  it("lets a mail that cannot be written fail alone", async () => {
    const { sink, sender, workspace } = await world();
    await put(workspace, "broken@x.example", { kind: "password_reset" });
    await put(workspace, "two@x.example, three@x.example");
    await put(workspace, "fine@x.example");
    await sendDue(sender, 10);
    const states = await statesOf(workspace);
    expect(states.broken).toMatchObject({
      state: "failed",
      lastText: "could not be written: the template has a mistake",
    });
    expect(states.two).toMatchObject({ state: "failed" });
    expect(sink.mails.map((mail) => mail.to)).toEqual(["fine@x.example"]);
  });

  it("leaves everything as it was while the mail server is away", async () => {
    const transport = createTransport({ smtpUrl: "smtp://127.0.0.1:1", address: "a@b.example", dkim: [] });
    const { sender, workspace } = await world({}, { transport });
    await put(workspace, "asa@x.example");
    await expect(sendDue(sender, 10)).rejects.toBeInstanceOf(TransportDown);
    expect((await statesOf(workspace)).asa).toMatchObject({ state: "queued", attempts: 0 });
    await workspace.run((ctx) => ctx.db.update(outboundMails).set({ state: "cancelled" }));
  });

  it("gives back unharmed what was claimed when the server goes away in between", async () => {
    const { sender, workspace } = await world();
    const gone = { ...sender.transport, send: () => Promise.reject(new TransportDown("away")) };
    await put(workspace, "asa@x.example");
    await expect(sendDue({ ...sender, transport: gone }, 10)).rejects.toBeInstanceOf(TransportDown);
    expect((await statesOf(workspace)).asa).toMatchObject({ state: "queued", attempts: 0, leaseToken: null });
    await sendDue(sender, 10);
    expect((await statesOf(workspace)).asa).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("sends each of many once with two workers at work", async () => {
    const { sink, sender, workspace } = await world();
    const addresses = Array.from({ length: 60 }, (_, n) => `c${n}@x.example`);
    await makeCampaign(workspace, addresses);
    const worker = async () => {
      while ((await sendDue(sender, 7)) > 0);
    };
    await Promise.all([worker(), worker()]);
    expect(sink.mails.map((mail) => mail.to).sort()).toEqual(addresses.sort());
  });

  it("holds back what a pause recalls while the server is slow", async () => {
    let paused = () => {};
    const { sink, sender, workspace } = await world({
      data() {
        paused();
        return "ok";
      },
    });
    const campaignId = await makeCampaign(
      workspace,
      Array.from({ length: 20 }, (_, n) => `c${n}@x.example`),
    );
    const pause = new Promise<void>((resolve) => {
      paused = () => {
        paused = () => {};
        workspace
          .run(async (ctx) => {
            await ctx.db.update(campaigns).set({ state: "paused" }).where(eq(campaigns.id, campaignId));
            await recallMails(ctx, campaignId);
          })
          .then(resolve);
      };
    });
    await sendDue(sender, 20);
    await pause;
    const rows = Object.values(await statesOf(workspace));
    const sent = rows.filter((row) => row.state === "sent").length;
    expect(sent).toBe(sink.mails.length);
    expect(sent).toBeLessThan(20);
    expect(rows.filter((row) => row.state === "queued" && row.attempts === 0)).toHaveLength(20 - sent);
  });

  it("asks for the brake after five refusals in a row for reasons of policy", async () => {
    const braked: string[] = [];
    const { sender, workspace } = await world(
      { mail: () => "550 5.7.26 not authenticated" },
      { onRefused: async ({ campaignId }) => void braked.push(campaignId) },
    );
    const campaignId = await makeCampaign(
      workspace,
      Array.from({ length: 6 }, (_, n) => `c${n}@x.example`),
    );
    await sendDue(sender, 6);
    expect(braked).toEqual([campaignId]);
  });

  it("leaves a domain alone that says 421", async () => {
    const asked: string[] = [];
    const { sender, workspace } = await world({
      rcpt(to) {
        asked.push(to);
        return to.endsWith("@busy.example") ? "421 4.7.0 too many" : "ok";
      },
    });
    for (let n = 0; n < 12; n++) await put(workspace, `c${n}@busy.example`);
    await put(workspace, "asa@calm.example");
    await sendDue(sender, 13);
    const busy = asked.filter((to) => to.endsWith("@busy.example")).length;
    expect(busy).toBeLessThanOrEqual(3);
    const states = await statesOf(workspace);
    expect(states.asa).toMatchObject({ state: "sent" });
    const waiting = Object.values(states).filter(({ state }) => state === "queued");
    expect(waiting).toHaveLength(12 - busy);
    expect(waiting.every(({ attempts }) => attempts === 0)).toBe(true);
    expect(await sendDue(sender, 13)).toBe(0);
    await workspace.run((ctx) => ctx.db.update(outboundMails).set({ state: "cancelled" }));
  });

  it("settles what was sent even when what follows from it fails", async () => {
    const { sender, workspace } = await world(
      {},
      { onSettled: () => Promise.reject(new Error("a mistake")) },
    );
    await put(workspace, "asa@x.example");
    await sendDue(sender, 10);
    expect((await statesOf(workspace)).asa).toMatchObject({ state: "sent" });
  });

  it("gives back what it has not begun when it is told to stop", async () => {
    const { sink, sender, workspace } = await world();
    await put(workspace, "asa@x.example");
    await sendDue(sender, 10, AbortSignal.abort());
    expect(sink.mails).toEqual([]);
    expect((await statesOf(workspace)).asa).toMatchObject({ state: "queued", attempts: 0 });
    await sendDue(sender, 10);
    await reclaimExpired(rt.connection.db, now);
    expect(sink.mails).toHaveLength(1);
  });
});
