import type { ServerResponse } from "node:http";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { chatChannels, chatMessageEvents, chatMessages, outboundMails } from "#db/schema/index.ts";
import { createAlert } from "#server/alert/create.ts";
import { CreateAlert } from "#server/alert/schema.ts";
import { openCase } from "#server/case/open.ts";
import type { Ctx } from "#server/context.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { makeWebhook } from "#server/test/webhook.ts";
import { deliverChats } from "#server/worker/deliver-chats.ts";
import { tellAllAlerts } from "#server/worker/tell-alerts.ts";
import { addChannel } from "./add.ts";
import { changeChannel } from "./change.ts";
import { claimChats } from "./claim.ts";
import { endChannel } from "./end.ts";
import { findAnswer, getChannel, listChannels } from "./queries.ts";
import { renderChannelOff } from "./render-off.ts";
import { AddChannel, ChangeChannel } from "./schema.ts";
import { sendTest } from "./send-test.ts";
import { settleChat } from "./settle.ts";

const closed = await testRuntime();
/** The same, where the operator has opened loopback. */
const rt = { ...closed, env: { ...closed.env, CHAT_NETWORKS: "127.0.0.0/8" } };
beforeEach(() => closed.setNow(testNow));
const later = (minutes: number) => closed.setNow(new Date(rt.clock().getTime() + minutes * 60_000));

type Behave = (response: ServerResponse, nth: number) => void;

const add = (workspace: TestWorkspace, address: string, over: object = {}) =>
  workspace.run((ctx) =>
    addChannel(ctx, AddChannel.parse({ name: "#nps", shape: "slack", address, ...over })),
  );

async function world(behave?: Behave, over: object = {}) {
  const fjordline = await makeWorkspace(rt);
  const hook = await makeWebhook(behave);
  const { id: channelId } = await add(fjordline, hook.url, over);
  const test = () => fjordline.run((ctx) => sendTest(ctx, { channelId }));
  const answer = (messageId: string) => fjordline.run((ctx) => findAnswer(ctx, messageId));
  const channel = () =>
    fjordline.run(async (ctx) => {
      const [row] = await ctx.db.select().from(chatChannels).where(eq(chatChannels.id, channelId));
      return row!;
    });
  return { fjordline, hook, channelId, test, answer, channel };
}

const says =
  (status: number, text = "", headers: Record<string, string> = {}): Behave =>
  (response) => {
    response.writeHead(status, headers);
    response.end(text);
  };

describe("a message", () => {
  it("arrives once, however many workers there are, and says what was answered", async () => {
    const { hook, test, answer, fjordline } = await world();
    const { messageId } = await test();
    expect(await answer(messageId)).toEqual({ state: "queued", status: null, answer: null });
    await Promise.all([deliverChats(rt), deliverChats(rt), deliverChats(rt)]);
    await deliverChats(rt);
    expect(hook.asked).toHaveLength(1);
    expect(hook.asked[0]).toMatchObject({
      path: "/services/T0/B0/secretpath",
      headers: { "content-type": "application/json", "webhook-id": messageId, "user-agent": "Svar" },
    });
    expect(JSON.parse(hook.asked[0]!.body).text).toBe("Test from Svar: alerts of Fjordline will stand here.");
    expect(await answer(messageId)).toEqual({ state: "sent", status: 200, answer: "ok" });
    const events = await fjordline.run((ctx) =>
      ctx.db.select().from(chatMessageEvents).orderBy(chatMessageEvents.id),
    );
    expect(events.map(({ state }) => state)).toEqual(["queued", "sending", "sent"]);
  });

  it.each<[string, Behave, { status: number | null; answer: RegExp }]>([
    ["500", says(500, "out of order"), { status: 500, answer: /^out of order$/ }],
    ["a redirect", says(302, "", { location: "http://127.0.0.1:9/" }), { status: 302, answer: /^$/ }],
    ["403", says(403, "invalid_token"), { status: 403, answer: /^invalid_token$/ }],
    ["silence", () => {}, { status: null, answer: /^No answer within 0\.3 seconds\.$/ }],
    ["a broken line", (response) => response.destroy(), { status: null, answer: /broke off the connection/ }],
  ])(
    "is tried again after %s, later each time, with the same id, until it arrives",
    async (_, fail, expected) => {
      const { hook, test, answer, channel } = await world((response, nth) =>
        nth < 3 ? fail(response, nth) : response.end("ok"),
      );
      const { messageId } = await test();
      await deliverChats(rt, 300);
      const first = await answer(messageId);
      expect(first).toMatchObject({ state: "deferred", status: expected.status });
      expect(first.answer).toMatch(expected.answer);
      expect((await channel()).failingSince).toEqual(testNow);
      await deliverChats(rt, 300);
      expect(hook.asked).toHaveLength(1);
      later(1);
      await deliverChats(rt, 300);
      later(3);
      await deliverChats(rt, 300);
      expect(hook.asked.map(({ headers }) => headers["webhook-id"])).toEqual([
        messageId,
        messageId,
        messageId,
      ]);
      expect(await answer(messageId)).toMatchObject({ state: "sent", status: 200 });
      expect((await channel()).failingSince).toBeNull();
    },
  );

  it("has been answered when the answer is slow to end, or has no end", async () => {
    const slow = await world((response) => {
      response.writeHead(200);
      response.write("ok, but");
    });
    const endless = await world((response) => {
      response.writeHead(200);
      const more = () => response.destroyed || setImmediate(() => response.write("x".repeat(65_536), more));
      more();
    });
    const messages = [(await slow.test()).messageId, (await endless.test()).messageId];
    await deliverChats(rt, 500);
    expect(await slow.answer(messages[0]!)).toEqual({ state: "sent", status: 200, answer: "ok, but" });
    const { state, answer } = await endless.answer(messages[1]!);
    expect(state).toBe("sent");
    expect(answer!.length).toBe(300);
  });

  it("waits as long as it is asked to, and so does everything else of its channel", async () => {
    const { hook, test, answer } = await world((response, nth) =>
      nth === 1 ? says(429, "slow down", { "retry-after": "1800" })(response, nth) : response.end("ok"),
    );
    const first = await test();
    await deliverChats(rt);
    expect(await answer(first.messageId)).toMatchObject({ state: "deferred", status: 429 });
    const second = await test();
    later(29);
    await deliverChats(rt);
    expect(hook.asked).toHaveLength(1);
    later(2);
    await deliverChats(rt);
    for (const { messageId } of [first, second])
      expect(await answer(messageId)).toMatchObject({ state: "sent" });
  });

  it("of a worker that vanished is sent by another when its lease is over", async () => {
    const { fjordline, hook, test, answer } = await world();
    const { messageId } = await test();
    const claimed = await fjordline.run((ctx) => claimChats(ctx, { most: 10 }));
    expect(claimed).toMatchObject([{ id: messageId, attempts: 1 }]);
    await deliverChats(rt);
    expect(hook.asked).toEqual([]);
    later(1);
    await deliverChats(rt);
    expect(hook.asked).toHaveLength(1);
    expect(await answer(messageId)).toMatchObject({ state: "sent" });
  });

  it("is not undone by what a slow worker says late", async () => {
    const { fjordline, test, answer, channel } = await world();
    const { messageId } = await test();
    const [slow] = await fjordline.run((ctx) => claimChats(ctx, { most: 10 }));
    later(1);
    await deliverChats(rt);
    const failed = { status: 500, text: "late", retryAfterSeconds: null };
    await fjordline.run((ctx) => settleChat(ctx, slow!, failed, 0.5));
    expect(await answer(messageId)).toEqual({ state: "sent", status: 200, answer: "ok" });
    expect((await channel()).failingSince).toBeNull();
  });

  it("goes nowhere but to the internet where the operator has opened nothing", async () => {
    const { hook, test, answer } = await world();
    const { messageId } = await test();
    await deliverChats(closed);
    expect(await answer(messageId)).toEqual({
      ...{ state: "deferred", status: null, answer: "Not sent: its host is not on the internet." },
    });
    expect(hook.asked).toEqual([]);
  });

  it("never shows the address, not even when it is answered with it", async () => {
    const { fjordline, hook, test, answer, channelId } = await world((response) =>
      response.end("posted to /services/T0/B0/secretpath"),
    );
    const { messageId } = await test();
    await deliverChats(rt);
    expect(await answer(messageId)).toMatchObject({ answer: "posted to …" });
    const shown = await fjordline.run(async (ctx) => [
      await listChannels(ctx),
      await getChannel(ctx, channelId),
    ]);
    expect(JSON.stringify(shown)).not.toContain("secret");
    expect(shown).toMatchObject([
      [{ host: `127.0.0.1:${hook.port}`, lastFour: "path" }],
      { lastFour: "path" },
    ]);
    const [row] = await fjordline.run((ctx) => ctx.db.select().from(chatChannels));
    expect(Buffer.from(row!.address!).toString("latin1")).not.toContain("secretpath");
  });
});

describe("an alert in a channel", () => {
  const openOne = (workspace: TestWorkspace, name: string) =>
    workspace.run(async (ctx) => {
      const contact = await makeContact(rt, ctx, name);
      const about = { responseId: null, invitationId: null, contactId: contact.id, employee: null };
      await openCase(ctx, about);
    });
  const tell = (workspace: TestWorkspace, channelId: string) =>
    workspace.run((ctx) =>
      createAlert(ctx, CreateAlert.parse({ kinds: ["new_case"], scope: "all", pace: "at_once", channelId })),
    );

  it("names no customer unless it may, and never an address", async () => {
    for (const [saysWords, name] of [
      [false, "A customer"],
      [true, "Anna &lt;!channel&gt; …@…"],
    ] as const) {
      const { fjordline, hook, channelId } = await world(undefined, { saysWords });
      await tell(fjordline, channelId);
      await openOne(fjordline, "Anna <!channel> anna@kund.example");
      await tellAllAlerts(rt);
      await deliverChats(rt);
      expect(hook.asked).toHaveLength(1);
      expect(JSON.parse(hook.asked[0]!.body).text).toBe(`${name} replied to your mail`);
      expect(hook.asked[0]!.body).not.toContain("kund.example");
      expect(hook.asked[0]!.body).toContain("|Open the case>");
    }
  });

  it("is switched off with its channel when the webhook is gone; its keeper is told, and a new address ends that", async () => {
    const { fjordline, channelId, test, channel } = await world(says(410, "channel_is_archived"));
    await tell(fjordline, channelId);
    await openOne(fjordline, "Anna Lind");
    await tellAllAlerts(rt);
    await test();
    await deliverChats(rt);
    expect(await channel()).toMatchObject({ address: null, offBecause: "gone", offAt: testNow });
    const states = await fjordline.run((ctx) =>
      ctx.db.select({ state: chatMessages.state }).from(chatMessages),
    );
    expect(states.every(({ state }) => state === "failed" || state === "cancelled")).toBe(true);
    const mails = await fjordline.run((ctx) =>
      ctx.db.select().from(outboundMails).where(eq(outboundMails.kind, "channel_off")),
    );
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([fjordline.owner.email]);
    const { subject, text } = await fjordline.run((ctx) => renderChannelOff(ctx, mails[0]!));
    expect(subject).toBe("No alerts go to #nps any more");
    expect(text).toContain("410 channel_is_archived");
    await expect(test()).rejects.toMatchObject({ code: "CONFLICT" });
    await openOne(fjordline, "Bo Lind");
    await tellAllAlerts(rt);

    const change = (address: string) =>
      fjordline.run((ctx) =>
        changeChannel(ctx, ChangeChannel.parse({ channelId, name: "#nps", shape: "slack", address })),
      );
    await expect(change("")).rejects.toMatchObject({ code: "INVALID", field: "address" });
    const fresh = await makeWebhook();
    await change(fresh.url);
    await expect(fjordline.run((ctx) => renderChannelOff(ctx, mails[0]!))).rejects.toThrow("on again");
    await openOne(fjordline, "Cilla Lind");
    await tellAllAlerts(rt);
    await deliverChats(rt);
    expect(fresh.asked).toHaveLength(1);
  });

  it("is switched off when nothing has arrived for three days", async () => {
    const { test, channel } = await world(says(500));
    await test();
    await deliverChats(rt);
    later(3 * 1440 - 1);
    await test();
    await deliverChats(rt);
    expect((await channel()).offAt).toBeNull();
    later(2);
    await deliverChats(rt);
    expect(await channel()).toMatchObject({ offBecause: "failing" });
  });

  it("ends with its channel, whose address is deleted", async () => {
    const { fjordline, hook, channelId, channel } = await world();
    await tell(fjordline, channelId);
    await openOne(fjordline, "Anna Lind");
    await tellAllAlerts(rt);
    await fjordline.run((ctx) => endChannel(ctx, { channelId }));
    await deliverChats(rt);
    expect(hook.asked).toEqual([]);
    expect(await channel()).toMatchObject({ address: null, endedBy: fjordline.owner.id });
    expect(await fjordline.run((ctx) => listChannels(ctx))).toEqual([]);
  });
});

describe("a channel", () => {
  it("needs a name of its own and the address of a webhook on the internet", async () => {
    const fjordline = await makeWorkspace(closed);
    const wrong = (over: object) =>
      AddChannel.safeParse({
        name: "#nps",
        shape: "slack",
        address: "https://hooks.slack.example/x",
        ...over,
      }).error?.issues[0]?.path;
    expect(wrong({ name: " " })).toEqual(["name"]);
    for (const address of [
      "",
      "hooks.slack.example/x",
      "ftp://a.example/x",
      "https://a.example",
      "https://u:p@a.example/x",
    ])
      expect(wrong({ address })).toEqual(["address"]);
    const adding = (address: string, name = "#nps") =>
      fjordline.run((ctx) => addChannel(ctx, AddChannel.parse({ name, shape: "teams", address })));
    for (const address of [
      ...["http://hooks.slack.example/x", "https://hooks.slack.example:8443/x", "https://127.0.0.1/x"],
      ...["https://[::1]/x", "https://169.254.169.254/latest", "https://0x7f.1/x", "https://2130706433/x"],
    ]) {
      await expect(adding(address), address).rejects.toMatchObject({ code: "INVALID", field: "address" });
    }
    await adding("https://hooks.slack.example/x");
    await expect(adding("https://hooks.slack.example/y", "#NPS")).rejects.toMatchObject({ field: "name" });
  });

  it("is tested a few times a minute, and is out of reach of other workspaces", async () => {
    const { channelId, test } = await world();
    const nordlys = await makeWorkspace(rt, "Nordlys");
    await makeMember(rt, nordlys, "manager", "Nils Berg");
    const { messageId } = await test();
    for (const work of [
      (ctx: Ctx) => getChannel(ctx, channelId),
      (ctx: Ctx) => sendTest(ctx, { channelId }),
      (ctx: Ctx) => endChannel(ctx, { channelId }),
      (ctx: Ctx) => findAnswer(ctx, messageId),
      (ctx: Ctx) => changeChannel(ctx, ChangeChannel.parse({ channelId, name: "#x", shape: "slack" })),
    ] as ((ctx: Ctx) => Promise<unknown>)[]) {
      await expect(nordlys.run(work)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await nordlys.run((ctx) => claimChats(ctx, { most: 10 }))).toEqual([]);
    for (let n = 1; n < 5; n++) await test();
    await expect(test()).rejects.toMatchObject({ code: "LIMIT_REACHED" });
    later(2);
    await test();
  });
});
