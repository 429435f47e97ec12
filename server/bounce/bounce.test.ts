import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { bounces, inboundMails, outboundMails, suppressions } from "#db/schema/index.ts";
import { classifyMail } from "#server/mail/classify/classify.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeCampaign, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { autoReplies, bounces as samples } from "#server/test/sample-mails.ts";
import { judgeRefused } from "./judge-refused.ts";
import { receiveReport } from "./receive.ts";
import { reportOf, stopAfter } from "./rules.ts";

const rt = await testRuntime();
const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");

const bounceFor = (reason: string) => samples.find(([, , expected]) => expected.reason === reason)![1];
const complaint = [
  "From: fbl@mailbox.example",
  "Content-Type: multipart/report; report-type=feedback-report; boundary=p",
  "",
  "--p",
  "Content-Type: message/feedback-report",
  "",
  "Feedback-Type: abuse",
  "",
  "--p--",
].join("\n");

let people = 0;

/** A mail of a campaign to an address; `to` names it again. */
async function sentMail(to = `person.${people++}@kund.example`): Promise<{ to: string; number: number }> {
  return fjordline.run(async (ctx) => {
    const campaign = await makeCampaign(ctx, (await makeSurvey(ctx)).id);
    const [row] = await ctx.db
      .insert(outboundMails)
      .values({
        workspaceId: ctx.workspaceId,
        id: newId(),
        kind: "invitation",
        priority: 5,
        dedupeKey: newId(),
        messageId: `<${newId()}@fjordline.example>`,
        toAddress: to,
        toDomain: "kund.example",
        addressHash: rt.tokens.hashAddress(ctx.workspaceId, to),
        campaignId: campaign.id,
        state: "sent",
        nextAttemptAt: ctx.now,
        createdAt: ctx.now,
        sentAt: ctx.now,
      })
      .returning({ number: outboundMails.number });
    return { to, number: row!.number };
  });
}

/** A report as the inbound server keeps it. */
const keep = (workspace: TestWorkspace, targetNumber: number, text: string, mailFrom = "") =>
  workspace.run(async (ctx) => {
    const id = newId();
    const raw = Buffer.from(text);
    await ctx.db.insert(inboundMails).values({
      workspaceId: ctx.workspaceId,
      id,
      purpose: "bounce",
      targetNumber,
      mailFrom,
      rcptTo: "b+x@reply.svar.test",
      raw,
      sha256: raw.subarray(0, 8),
      receivedAt: ctx.now,
    });
    return id;
  });

async function receive(number: number, text: string, mailFrom = "") {
  const inboundMailId = await keep(fjordline, number, text, mailFrom);
  return fjordline.run((ctx) => receiveReport(ctx, { inboundMailId }));
}

const stopsOf = async (to: string) => {
  const hash = Buffer.from(rt.tokens.hashAddress(fjordline.id, to));
  const all = await fjordline.run((ctx) => ctx.db.select().from(suppressions));
  return all.filter(({ addressHash }) => Buffer.from(addressHash).equals(hash)).map(({ reason }) => reason);
};

describe("a report about a mail of ours", () => {
  it("stops a dead address at once", async () => {
    const { to, number } = await sentMail();
    expect(await receive(number, bounceFor("user_unknown"))).toBe("bounce");
    expect(await stopsOf(to)).toEqual(["hard_bounce"]);
    const rows = await fjordline.run((ctx) => ctx.db.select().from(bounces));
    expect(rows.at(-1)).toMatchObject({
      kind: "bounce",
      severity: "hard",
      reason: "user_unknown",
      status: "5.1.1",
    });
  });

  it("stops an address that three campaigns in thirty days could not reach, and not one that two could not", async () => {
    rt.setNow(testNow);
    const { to, number } = await sentMail();
    await receive(number, bounceFor("mailbox_full"));
    await receive(number, bounceFor("mailbox_full"));
    await receive((await sentMail(to)).number, bounceFor("mailbox_full"));
    expect(await stopsOf(to)).toEqual([]);
    await receive((await sentMail(to)).number, bounceFor("mailbox_full"));
    expect(await stopsOf(to)).toEqual(["hard_bounce"]);
  });

  it("forgets soft bounces after thirty days", async () => {
    rt.setNow(testNow);
    const { to, number } = await sentMail();
    await receive(number, bounceFor("mailbox_full"));
    rt.setNow(new Date(testNow.getTime() + 31 * 86_400_000));
    await receive((await sentMail(to)).number, bounceFor("mailbox_full"));
    await receive((await sentMail(to)).number, bounceFor("mailbox_full"));
    expect(await stopsOf(to)).toEqual([]);
    rt.setNow(testNow);
  });

  it("stops who complained", async () => {
    const { to, number } = await sentMail();
    expect(await receive(number, complaint, "fbl@mailbox.example")).toBe("complaint");
    expect(await stopsOf(to)).toEqual(["complaint"]);
  });

  it("stops nobody for an auto-reply", async () => {
    const { to, number } = await sentMail();
    expect(await receive(number, autoReplies[0]![1])).toBe("auto_reply");
    expect(await stopsOf(to)).toEqual([]);
  });

  it("counts once, however often it is run", async () => {
    const { number } = await sentMail();
    const inboundMailId = await keep(fjordline, number, bounceFor("user_unknown"));
    const run = () => fjordline.run((ctx) => receiveReport(ctx, { inboundMailId }));
    expect([await run(), await run()]).toEqual(["bounce", "read already"]);
  });

  it("changes nothing of another workspace's mail", async () => {
    const { to, number } = await sentMail();
    const inboundMailId = await keep(nordlys, number, bounceFor("user_unknown"));
    expect(await nordlys.run((ctx) => receiveReport(ctx, { inboundMailId }))).toBe("no such mail");
    expect(await stopsOf(to)).toEqual([]);
    const own = await keep(fjordline, number, bounceFor("user_unknown"));
    expect(await nordlys.run((ctx) => receiveReport(ctx, { inboundMailId: own }))).toBe("read already");
    expect(await stopsOf(to)).toEqual([]);
  });
});

describe("an address refused at the door", () => {
  const refused = async (lastStatus: number, lastText: string, by = fjordline) => {
    const { to, number } = await sentMail();
    const id = await fjordline.run(async (ctx) => {
      const [row] = await ctx.db
        .update(outboundMails)
        .set({ state: "failed", lastStatus, lastText })
        .where(eq(outboundMails.number, number))
        .returning({ id: outboundMails.id });
      return row!.id;
    });
    await by.run((ctx) => judgeRefused(ctx, { mailIds: [id] }));
    return stopsOf(to);
  };

  it.each([
    [550, "550 5.1.1 User unknown", ["hard_bounce"]],
    [550, "550 No such user here", ["hard_bounce"]],
    [552, "552 5.2.2 Mailbox full", []],
    [554, "554 5.7.1 Refused by policy", []],
    [450, "450 4.1.1 User unknown", []],
  ])("with %i «%s» is stopped as %j", async (status, text, stops) => {
    expect(await refused(status, text)).toEqual(stops);
  });

  it("is not stopped by another workspace", async () => {
    expect(await refused(550, "550 5.1.1 User unknown", nordlys)).toEqual([]);
  });
});

it("what comes from the null sender is a bounce even when its words say nothing", async () => {
  const said = await classifyMail(Buffer.from("From: bo@kund.example\r\nSubject: Hm\r\n\r\nNothing to say."));
  expect(reportOf(said, "")).toMatchObject({ kind: "bounce", severity: "soft" });
  expect(reportOf(said, "bo@kund.example").kind).toBe("human_reply");
});

it.each([
  ["hard", 0, "hard_bounce"],
  ["soft", 2, null],
  ["soft", 3, "hard_bounce"],
] as const)("a %s bounce after %i campaigns leads to %s", (severity, campaigns, stopped) => {
  expect(stopAfter({ kind: "bounce", severity }, campaigns)).toBe(stopped);
});
