import { readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { asc, isNull } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { caseMessages, inboundMails } from "#db/schema/index.ts";
import { createInboundServer } from "#server/mail/inbound.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace } from "#server/test/factories.ts";
import { smtpTalk } from "#server/test/smtp-talk.ts";
import { handlers } from "./handlers.ts";
import { inboundDoor } from "./inbound.ts";

const rt = await testRuntime();
const workspace = await makeWorkspace(rt, "Fjordline");
const invitation = await makeInvitation(rt, workspace);
const address = `r+${rt.tokens.sealForAddress("reply-address", rt.tokens.open("answer", invitation.token)!)}@reply.svar.test`;
const customer = "anna@customer.example";

/** The server as the worker has it, but for how long a connection may last (milliseconds). */
async function listen(lifetime?: number) {
  const server = createInboundServer({
    domain: "reply.svar.test",
    door: inboundDoor(rt),
    log: rt.log,
    lifetime,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return (server.server.address() as AddressInfo).port;
}

const port = await listen();
let count = 0;

/** A mail a person would write; each says something else. */
const ordinary = () => {
  const said = `The parcel came, number ${++count}.`;
  const head = [`From: ${customer}`, `Subject: Re: How likely?`, `Message-ID: <${count}@customer.example>`];
  return { said, mail: [...head, "Content-Type: text/plain; charset=utf-8", "", said].join("\r\n") };
};

/** Reads what came in and nobody read, as the worker's task does. */
async function readAll(): Promise<void> {
  const rows = await workspace.run((ctx) =>
    ctx.db.select({ id: inboundMails.id }).from(inboundMails).where(isNull(inboundMails.readAt)),
  );
  for (const { id } of rows)
    await handlers["reply.receive"](rt, { workspaceId: workspace.id, inboundMailId: id });
}

const said = () =>
  workspace.run(async (ctx) => {
    const rows = await ctx.db
      .select({ text: caseMessages.text })
      .from(caseMessages)
      .orderBy(asc(caseMessages.at));
    return rows.map((row) => row.text.trim());
  });
const kept = () => workspace.run((ctx) => ctx.db.$count(inboundMails));

/** Sends a mail as it should be and sees it in the dialogue. */
async function expectNextGoodMail(through = port): Promise<void> {
  const good = ordinary();
  const talk = await smtpTalk(through, "127.0.0.9");
  expect(await talk.begin(customer, address)).toMatch(/^354/);
  expect(await talk.ask(`${good.mail}\r\n.`)).toMatch(/^250/);
  talk.hangUp();
  await readAll();
  expect(await said()).toContain(good.said);
}

describe("who is not asked for", () => {
  it("is not relayed to, however the address is written", async () => {
    const talk = await smtpTalk(port);
    await talk.ask("EHLO relay.example");
    await talk.ask(`MAIL FROM:<${customer}>`);
    const local = address.split("@")[0]!;
    for (const to of [
      "bo@elsewhere.example",
      `@reply.svar.test:bo@elsewhere.example`,
      `"bo@elsewhere.example"@reply.svar.test`,
      `bo%elsewhere.example@reply.svar.test`,
      `elsewhere.example!bo@reply.svar.test`,
      `${local}@elsewhere.example`,
      `${local}@reply.svar.test.elsewhere.example`,
      "postmaster",
    ])
      expect(await talk.ask(`RCPT TO:<${to}>`), to).toMatch(/^5[05]/);
    expect(await talk.ask("DATA")).toMatch(/^503/);
    expect(await talk.ask("AUTH PLAIN AGJvAGJv")).toMatch(/^5/);
    talk.hangUp();
    await expectNextGoodMail();
  });

  it("ends the connection of whoever tries one address after another", async () => {
    const talk = await smtpTalk(port);
    await talk.ask("EHLO harvest.example");
    await talk.ask(`MAIL FROM:<${customer}>`);
    const replies: string[] = [];
    for (let n = 0; n < 10_000 && replies.at(-1) !== ""; n++)
      replies.push(await talk.ask(`RCPT TO:<case+${n}@reply.svar.test>`));
    expect(replies.length).toBeLessThan(30);
    expect(replies).toContainEqual(expect.stringMatching(/^421/));
    await expectNextGoodMail();
  });
});

it("of 10,000 recipients of one mail that are here, fifty are taken and the mail is kept once for each", async () => {
  const before = await kept();
  const made = await Promise.all(Array.from({ length: 60 }, () => makeInvitation(rt, workspace)));
  const talk = await smtpTalk(port);
  await talk.ask("EHLO many.example");
  await talk.ask(`MAIL FROM:<${customer}>`);
  const replies: string[] = [];
  for (let n = 0; n < 10_000; n++) {
    const sealed = rt.tokens.sealForAddress("reply-address", rt.tokens.open("answer", made[n % 60]!.token)!);
    replies.push((await talk.ask(`RCPT TO:<r+${sealed}@reply.svar.test>`)).slice(0, 3));
  }
  expect(replies.slice(0, 60)).toEqual([...Array<string>(50).fill("250"), ...Array<string>(10).fill("452")]);
  await talk.ask("DATA");
  expect(await talk.ask(`${ordinary().mail}\r\n.`)).toMatch(/^250/);
  talk.hangUp();
  expect(await kept()).toBe(before + 50);
  await expectNextGoodMail();
});

describe("too large a mail", () => {
  it("of 50 MB is refused when it has come, kept nowhere, and the connection goes on", async () => {
    const before = await kept();
    const talk = await smtpTalk(port);
    expect(await talk.ask("EHLO customer.example")).toContain(`SIZE ${25 * 1024 * 1024}`);
    expect(await talk.ask(`MAIL FROM:<${customer}> SIZE=52428800`)).toMatch(/^552/);
    await talk.begin(customer, address);
    const megabyte = Buffer.alloc(1024 * 1024, "0123456789abcdef\r\n");
    await talk.pour(`${ordinary().mail}\r\n`);
    for (let n = 0; n < 50; n++) await talk.pour(megabyte);
    expect(await talk.ask("\r\n.")).toMatch(/^552/);
    expect(await kept()).toBe(before);
    expect(await talk.ask(`MAIL FROM:<${customer}>`)).toMatch(/^250/);
    talk.hangUp();
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("svar-mail-"))).toEqual([]);
    await expectNextGoodMail();
  });

  it("that does not end is cut off", async () => {
    const talk = await smtpTalk(port);
    await talk.begin(customer, address);
    const megabytes = Buffer.alloc(8 * 1024 * 1024, "no end in sight \r\n");
    let gone = false;
    talk.ended.then(() => {
      gone = true;
    });
    let poured = 0;
    for (; poured < 200 && !gone; poured++) await talk.pour(megabytes);
    expect(gone).toBe(true);
    await expectNextGoodMail();
  });
});

it("a mail whose connection breaks in the middle is kept nowhere", async () => {
  const before = await kept();
  const talk = await smtpTalk(port);
  await talk.begin(customer, address);
  await talk.pour(Buffer.alloc(2 * 1024 * 1024, "half of it\r\n"));
  talk.hangUp();
  await talk.ended;
  await expectNextGoodMail();
  expect(await kept()).toBe(before + 1);
});

it("slow senders keep nobody out, and are sent away when their time is up", async () => {
  const brief = await listen(1_500);
  const slow = await Promise.all(Array.from({ length: 10 }, () => smtpTalk(brief)));
  await Promise.all(slow.map((talk) => talk.begin(customer, address)));
  const eleventh = await smtpTalk(brief);
  await eleventh.ended;
  await expectNextGoodMail(brief);
  const dripping = setInterval(() => {
    for (const talk of slow) void talk.pour("x");
  }, 50);
  await Promise.all(slow.map((talk) => talk.ended));
  clearInterval(dripping);
  const again = await smtpTalk(brief);
  expect(await again.begin(customer, address)).toMatch(/^354/);
  again.hangUp();
});

it("a command without an end, or one after another that mean nothing, end the connection", async () => {
  const endless = await smtpTalk(port);
  for (let n = 0; n < 10; n++) await endless.pour(Buffer.alloc(16 * 1024, "A"));
  expect(await endless.reply()).toMatch(/^421/);
  await endless.ended;
  const noise = await smtpTalk(port);
  for (let n = 0; n < 20; n++) await noise.pour("GARBAGE\r\n");
  await noise.ended;
  await expectNextGoodMail();
});

describe("a mail within a mail", () => {
  const hidden = [
    `MAIL FROM:<evil@elsewhere.example>`,
    `RCPT TO:<${address}>`,
    "DATA",
    "Subject: smuggled",
    "",
  ];
  it.each([
    ["a bare line feed", "\n.\n"],
    ["a bare line feed before the dot", "\n.\r\n"],
    ["a bare line feed after the dot", "\r\n.\n"],
    ["bare carriage returns", "\r.\r"],
    ["a carriage return before the dot", "\r.\r\n"],
    ["a null byte", "\r\n\0.\r\n"],
  ])("does not come out after %s", async (_name, ending) => {
    const before = await kept();
    const talk = await smtpTalk(port);
    await talk.begin(customer, address);
    const { mail } = ordinary();
    expect(await talk.ask(`${mail}${ending}${hidden.join("\r\n")}\r\nSmuggled words\r\n.`)).toMatch(/^250/);
    expect(await kept()).toBe(before + 1);
    talk.hangUp();
    await expectNextGoodMail();
  });
});

describe("a mail made to be hard to read", () => {
  const head = () => ordinary().mail.split("\r\n").slice(0, 3).join("\r\n");
  const parts = Array.from(
    { length: 2_000 },
    (_, n) => `--b\r\nContent-Type: text/plain\r\n\r\npart ${n}\r\n`,
  );
  const nested = Array.from(
    { length: 1_000 },
    (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`,
  );
  const mails: [string, () => string][] = [
    [
      "has 2,000 parts",
      () => `${head()}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join("")}--b--\r\n`,
    ],
    [
      "is nested a thousand deep",
      () => `${head()}\r\n${nested.join("")}Content-Type: text/plain\r\n\r\nat the bottom\r\n`,
    ],
    ["has 100,000 headers", () => `${head()}\r\n${"X-Flood: flood\r\n".repeat(100_000)}\r\nflooded\r\n`],
    ["has a header of 5 MB", () => `${head()}\r\nX-Long: ${"long ".repeat(1_000_000)}\r\n\r\nlong\r\n`],
    [
      "names 50,000 earlier mails",
      () => `${head()}\r\nReferences: ${"<a@b.example>\r\n ".repeat(50_000)}\r\n\r\nold\r\n`,
    ],
    [
      "is HTML within HTML",
      () => `${head()}\r\nContent-Type: text/html\r\n\r\n${"<div>".repeat(200_000)}deep\r\n`,
    ],
    [
      "is one line of quotes",
      () => `${head()}\r\nContent-Type: text/plain\r\n\r\n${"> ".repeat(500_000)}\r\n`,
    ],
    [
      "has no end of words",
      () => `${head()}\r\nContent-Type: text/plain\r\n\r\n${"a".repeat(5_000_000)}\r\n`,
    ],
    [
      "encodes nothing",
      () => `${head()}\r\nContent-Transfer-Encoding: base64\r\n\r\n${"=".repeat(1_000_000)}\r\n`,
    ],
  ];
  it.each(mails)("because it %s is kept as it came, and the next is read", async (_name, mail) => {
    const before = await kept();
    const talk = await smtpTalk(port);
    await talk.begin(customer, address);
    expect(await talk.ask(`${mail().replaceAll(/^\./gm, "..")}\r\n.`)).toMatch(/^250/);
    talk.hangUp();
    expect(await kept()).toBe(before + 1);
    await expectNextGoodMail();
  });
});
