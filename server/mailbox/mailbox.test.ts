import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createTransport } from "nodemailer";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { type Mailbox, startMailbox } from "./mailbox.ts";
import type { CaughtMail } from "./read.ts";
import { openMailStore } from "./store.ts";

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "svar-mailbox-test-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function started(mailInPort = 1): Promise<Mailbox> {
  const mailbox = await startMailbox(newFolder(), { webPort: 0, smtpPort: 0, mailInPort });
  undo.push(() => mailbox.close());
  return mailbox;
}

const invitation = {
  from: { name: "Fjordline", address: "svar@fjordline.example" },
  to: { name: "Åsa Öberg", address: "asa@kund.example" },
  replyTo: "reply+k7@svar.localhost",
  subject: "Hur sannolikt är det?",
  messageId: "<one@svar.localhost>",
  text: "Betygsätt oss: https://svar.example/r/abc/9",
  html: '<!doctype html><html><head><title>x</title></head><body><a href="https://svar.example/r/abc/9">9</a><script>document.title = "bad"</script></body></html>',
  list: { unsubscribe: { url: "https://svar.example/u/abc", comment: "" } },
};

async function send(mailbox: Mailbox, mail: object = invitation): Promise<void> {
  const transport = createTransport({ host: "127.0.0.1", port: mailbox.smtpPort, secure: false });
  await transport.sendMail(mail);
  transport.close();
}

const urlOf = (mailbox: Mailbox, path: string) => `http://127.0.0.1:${mailbox.webPort}${path}`;
const get = async (mailbox: Mailbox, path: string) => (await fetch(urlOf(mailbox, path))).text();
const emails = async (mailbox: Mailbox, query = ""): Promise<CaughtMail[]> =>
  (await fetch(urlOf(mailbox, `/api/email${query}`))).json();

/** An SMTP server that stands for Svar's own inbound one; resolves with what it is given. */
async function inbound(
  answer?: Error,
): Promise<{ port: number; got: Promise<{ mail: Email; to: string[] }> }> {
  const { promise: got, resolve } = Promise.withResolvers<{ mail: Email; to: string[] }>();
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, done) => done(answer),
    onData: (stream, session, done) => {
      buffer(stream)
        .then((raw) => PostalMime.parse(raw))
        .then((mail) => resolve({ mail, to: session.envelope.rcptTo.map(({ address }) => address) }))
        .then(() => done(), done);
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  undo.push(() => new Promise<void>((closed) => server.close(closed)));
  const address = server.server.address();
  return { port: typeof address === "object" && address ? address.port : 0, got };
}

describe("the local mailbox", () => {
  it("catches a mail and gives it to programs whole", async () => {
    const mailbox = await started();
    await send(mailbox);
    const [mail, ...others] = await emails(mailbox);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      envelope: { from: "svar@fjordline.example", to: ["asa@kund.example"] },
      from: [{ name: "Fjordline", address: "svar@fjordline.example" }],
      to: [{ name: "Åsa Öberg", address: "asa@kund.example" }],
      subject: "Hur sannolikt är det?",
      messageId: "<one@svar.localhost>",
      headers: { "list-unsubscribe": "<https://svar.example/u/abc>" },
    });
    expect(mail!.text).toContain("https://svar.example/r/abc/9");
    expect(await get(mailbox, `/api/email/${mail!.id}/raw`)).toMatch(/^From: /m);
  });

  it("lists the newest first and finds by recipient", async () => {
    const mailbox = await started();
    await send(mailbox, { ...invitation, subject: "first" });
    await send(mailbox, { ...invitation, subject: "second", to: "leif@kund.example" });
    expect((await emails(mailbox)).map(({ subject }) => subject)).toEqual(["second", "first"]);
    expect((await emails(mailbox, "?to=ASA@kund")).map(({ subject }) => subject)).toEqual(["first"]);
    expect(await get(mailbox, "/?q=leif")).not.toContain("asa@kund.example");
  });

  it("shows a mail without letting it do anything", async () => {
    const mailbox = await started();
    await send(mailbox, { ...invitation, subject: '<img src=x onerror="alert(1)">' });
    const [mail] = await emails(mailbox);
    const page = await get(mailbox, `/mail/${mail!.id}`);
    expect(page).toContain("&lt;img src=x");
    expect(page).not.toContain("<img src=x");
    expect(page).toContain('href="https://svar.example/u/abc"');
    const body = await fetch(urlOf(mailbox, `/mail/${mail!.id}/html`));
    expect(body.headers.get("content-security-policy")).toMatch(/^sandbox (?!.*allow-scripts)/);
    expect(await body.text()).toContain('<base target="_blank">');
  });

  it("answers as the recipient would, in the same thread", async () => {
    const { port, got } = await inbound();
    const mailbox = await started(port);
    await send(mailbox);
    const [mail] = await emails(mailbox);
    const form = new URLSearchParams({ text: "Tack, men fel faktura igen." });
    const answer = await fetch(urlOf(mailbox, `/mail/${mail!.id}/reply`), { method: "POST", body: form });
    expect(await answer.text()).toContain("Sent to reply+k7@svar.localhost.");
    const { mail: reply, to } = await got;
    expect(to).toEqual(["reply+k7@svar.localhost"]);
    expect(reply).toMatchObject({
      from: { name: "Åsa Öberg", address: "asa@kund.example" },
      subject: "Re: Hur sannolikt är det?",
      inReplyTo: "<one@svar.localhost>",
      references: "<one@svar.localhost>",
    });
    expect(reply.text).toMatch(
      /^Tack, men fel faktura igen\.\n\nOn .* Fjordline <svar@fjordline\.example> wrote:\n> Betygsätt oss/,
    );
  });

  it("keeps what was typed when the answer is refused, and says why", async () => {
    const { port } = await inbound(Object.assign(new Error("5.1.1 No such case"), { responseCode: 550 }));
    const mailbox = await started(port);
    await send(mailbox);
    const [mail] = await emails(mailbox);
    const answer = await fetch(urlOf(mailbox, `/mail/${mail!.id}/reply`), {
      method: "POST",
      body: new URLSearchParams({ text: "Hallå?" }),
    });
    expect(answer.status).toBe(502);
    expect(await answer.text()).toMatch(/No such case.*Hallå\?<\/textarea>/s);
  });

  it("answers only requests made to this machine by its name", async () => {
    const mailbox = await started();
    const status = (headers: Record<string, string>, method = "GET") =>
      new Promise((resolve, reject) => {
        const call = request(urlOf(mailbox, "/api/email"), { method, headers }, (answer) =>
          resolve(answer.resume().statusCode),
        );
        call.on("error", reject).end();
      });
    expect(await status({ host: "evil.example" })).toBe(403);
    expect(await status({ host: "localhost:1080", "sec-fetch-site": "cross-site" }, "DELETE")).toBe(403);
    expect(await status({ host: "localhost:1080" })).toBe(200);
  });

  it("tells open pages of a new mail", async () => {
    const mailbox = await started();
    const events = await fetch(urlOf(mailbox, "/events"));
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    await send(mailbox);
    expect((await reader.read()).value).toContain("data: changed");
    await reader.cancel();
  });

  it("forgets everything when told to", async () => {
    const mailbox = await started();
    await send(mailbox);
    await fetch(urlOf(mailbox, "/api/email"), { method: "DELETE" });
    expect(await emails(mailbox)).toEqual([]);
    expect(await get(mailbox, "/")).toContain("No mail yet");
  });
});

describe("the mails on disk", () => {
  const raw = (subject: string) =>
    Buffer.from(`From: a@example.com\r\nTo: b@example.com\r\nSubject: ${subject}\r\n\r\nHello\r\n`);
  const envelope = { from: "a@example.com", to: ["b@example.com"] };

  it("outlive a restart, except one that was torn by a kill", async () => {
    const folder = newFolder();
    const store = openMailStore(folder);
    await store.add(raw("one"), envelope);
    await store.add(raw("two"), envelope);
    writeFileSync(join(folder, "zzz.json"), '{"id":"zz');
    expect(
      openMailStore(folder)
        .list()
        .map(({ subject }) => subject),
    ).toEqual(["two", "one"]);
  });

  it("are the newest ones, up to the cap", async () => {
    const folder = newFolder();
    const store = openMailStore(folder, 3);
    for (const subject of ["1", "2", "3", "4", "5"]) await store.add(raw(subject), envelope);
    expect(store.list().map(({ subject }) => subject)).toEqual(["5", "4", "3"]);
    expect(readdirSync(folder)).toHaveLength(6);
  });
});
