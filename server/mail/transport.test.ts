import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import PostalMime from "postal-mime";
import { afterAll, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { smtpSink } from "#server/test/smtp-sink.ts";
import { composeMessage } from "./compose.ts";
import { quotedPrintable } from "./quoted-printable.ts";
import type { OutboundMail, RenderedMail } from "./rendered.ts";
import { classifyFailure } from "./rules.ts";
import { TransportDown } from "./smtp-pool.ts";
import { createTransport } from "./transport.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const dkim = { domain: "svar.example", selector: "s1", privateKey };
const dnsKey = publicKey.export({ type: "spki", format: "der" }).toString("base64");

const sink = await smtpSink({
  rcpt: (to) =>
    to.startsWith("unknown") ? "550 5.1.1 no such user" : to.startsWith("busy") ? "450 4.2.0 later" : "ok",
  data: (mail) =>
    mail.to.startsWith("lost") ? "drop" : mail.to.startsWith("spam") ? "550 5.7.1 policy" : "ok",
});
const transport = createTransport({
  smtpUrl: sink.url,
  address: "svar@svar.example",
  dkim: [dkim],
  limits: { sessions: 2 },
});

afterAll(async () => {
  transport.close();
  await sink.close();
});

const mailTo = (toAddress: string): OutboundMail => {
  const id = newId();
  return {
    workspaceId: newId(),
    id,
    number: 1,
    kind: "invitation",
    priority: 100,
    dedupeKey: id,
    messageId: `<${id}@svar.example>`,
    toAddress,
    toDomain: "customer.example",
    addressHash: null,
    campaignId: null,
    invitationId: null,
    caseId: null,
    caseMessageId: null,
    payload: {},
    state: "sending",
    attempts: 1,
    firstTriedAt: null,
    doubts: 0,
    nextAttemptAt: new Date(),
    timezone: null,
    leaseUntil: null,
    leaseToken: null,
    dataStartedAt: null,
    lastStatus: null,
    lastText: null,
    refusal: null,
    createdAt: new Date(),
    sentAt: null,
  };
};

const rendered: RenderedMail = {
  fromName: "Fjordline",
  fromAddress: null,
  subject: "Hur troligt är det att du skulle rekommendera Fjordline?",
  html: `<p>${"Hej Åsa = välkommen ".repeat(40)}</p>\n<p>  </p>`,
  text: "Hej Åsa\n.\nEn ensam punkt ovan \n",
  headers: {
    "List-Unsubscribe": "<https://svar.example/u/abc>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  },
};

const always = async () => true;
const send = (to: string, over: Partial<RenderedMail> = {}, onDataStart = always) =>
  transport.send(mailTo(to), { ...rendered, ...over }, "b+x@svar.example", onDataStart);

describe("the transport", () => {
  it("delivers what was rendered, signed so that a receiver can verify it", async () => {
    expect(await send("asa@customer.example")).toMatchObject({ sent: true, status: 250 });
    const mail = sink.mails.at(-1)!;
    expect(mail.from).toBe("b+x@svar.example");
    const parsed = await PostalMime.parse(Buffer.from(mail.raw, "latin1"));
    expect(parsed.subject).toBe(rendered.subject);
    expect(parsed.from).toEqual({ name: "Fjordline", address: "svar@svar.example" });
    expect(parsed.html!.trim()).toBe(rendered.html);
    expect(parsed.text!.trim()).toBe(rendered.text.trim());
    expect(mail.raw.split("\r\n").every((line) => line.length <= 998)).toBe(true);
    const verified = await dkimVerify(Buffer.from(mail.raw, "latin1"), {
      resolver: async (name: string) =>
        name === "s1._domainkey.svar.example" ? [[`v=DKIM1; p=${dnsKey}`]] : [],
    });
    expect(verified.results[0]?.status.result).toBe("pass");
    expect(mail.raw).toMatch(/^DKIM-Signature: [^;]+;(?:[^;]*;)*\s*h=[^;]*list-unsubscribe-post/);
  });

  it("asks before the message is begun, and drops the connection when it must not go", async () => {
    const before = sink.mails.length;
    expect(await send("asa@customer.example", {}, async () => false)).toBe("lost");
    expect(await send("asa@customer.example", {}, () => Promise.reject(new Error("away")))).toBe("lost");
    expect(sink.mails.length).toBe(before);
    expect(await send("asa@customer.example")).toMatchObject({ sent: true });
  });

  it("tells refusals, postponements and doubt apart", async () => {
    const kindOf = async (to: string) => {
      const delivery = await send(to);
      return delivery !== "lost" && !delivery.sent ? classifyFailure(delivery.failure) : delivery;
    };
    expect(await kindOf("unknown@customer.example")).toBe("message-permanent");
    expect(await kindOf("busy@customer.example")).toBe("message-temporary");
    expect(await kindOf("spam@customer.example")).toBe("policy");
    expect(await kindOf("lost@customer.example")).toBe("doubt");
    expect(await send("asa@customer.example")).toMatchObject({ sent: true });
  });

  it("never asks for the message's start when the address was refused", async () => {
    let asked = 0;
    await send("unknown@customer.example", {}, async () => ++asked > 0);
    expect(asked).toBe(0);
  });

  it("says that it is down when nobody listens", async () => {
    const nowhere = createTransport({ smtpUrl: "smtp://127.0.0.1:1", address: "a@b.example", dkim: [] });
    await expect(nowhere.ready()).rejects.toBeInstanceOf(TransportDown);
    nowhere.close();
  });

  it("waits for each step as long as it is told, and no longer", async () => {
    const silent = createServer((socket) => {
      socket.on("error", () => {});
    }).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const port = address && typeof address === "object" ? address.port : 0;
    const mute = createTransport({
      smtpUrl: `smtp://127.0.0.1:${port}`,
      address: "a@b.example",
      dkim: [],
      timeouts: { greeting: 100 },
    });
    await expect(mute.ready()).rejects.toBeInstanceOf(TransportDown);
    mute.close();
    silent.close();

    const hanging = await smtpSink({
      data: (mail) => sleep(mail.to.startsWith("slow") ? 400 : 5_000, "ok" as const),
    });
    const patient = createTransport({
      smtpUrl: hanging.url,
      address: "a@b.example",
      dkim: [],
      timeouts: { command: 100, reply: 1_000 },
    });
    const sendTo = (to: string) => patient.send(mailTo(to), rendered, "b@b.example", always);
    expect(await sendTo("slow@customer.example")).toMatchObject({ sent: true });
    const delivery = await sendTo("never@customer.example");
    expect(delivery !== "lost" && !delivery.sent && classifyFailure(delivery.failure)).toBe("doubt");
    patient.close();
    await hanging.close();
  });

  it("shares few sessions among many messages", async () => {
    const before = sink.mails.length;
    await Promise.all(Array.from({ length: 30 }, (_, i) => send(`c${i}@customer.example`)));
    expect(sink.mails.length - before).toBe(30);
  });
});

describe("a message", () => {
  const nasty = fc.string({
    unit: fc.constantFrom("a", "\r", "\n", "\0", "\u2028", "\u2029", ":", "Bcc: x@y", "å", "<", '"', "."),
  });

  it("has one of each header, whatever stands in the texts", () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (subject, fromName, text, feedback) => {
        const message = composeMessage(
          mailTo("a@b.example"),
          { ...rendered, subject, fromName, text, html: text, headers: { "Feedback-ID": feedback } },
          "svar@svar.example",
          new Date(0),
        );
        const lines = message.headers.join("\r\n").split("\r\n");
        const names = lines.filter((line) => !/^[ \t]/.test(line)).map((line) => line.split(":")[0]);
        expect(names).toEqual([
          "From",
          "To",
          "Subject",
          "Date",
          "Message-ID",
          "Feedback-ID",
          "X-Svar-Mail",
          "MIME-Version",
          "Content-Type",
        ]);
        expect(lines.join("")).not.toMatch(/[\r\n\0\u2028\u2029]/);
      }),
    );
  });

  it.each([
    "a@b.example\r\nBcc: c@d.example",
    "a@b.example>",
    "a b@c.example",
    "a@b.example, c@d.example",
    "nobody",
  ])("cannot be addressed to %j", (to) => {
    expect(() => composeMessage(mailTo(to), rendered, "svar@svar.example", new Date(0))).toThrow(
      /not an address/,
    );
  });

  it("does not let a renderer set what the outbox sets", () => {
    const headers = { "Message-ID": "<x@y>" };
    expect(() =>
      composeMessage(mailTo("a@b.example"), { ...rendered, headers }, "s@s.example", new Date(0)),
    ).toThrow();
  });
});

describe("quoted-printable", () => {
  it("gives back what went in, on lines of at most 76 characters", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }).map((s) => s.replace(/\r\n?/g, "\n")),
        (text) => {
          const encoded = quotedPrintable(text).toString("latin1");
          for (const line of encoded.split("\r\n")) expect(line).toMatch(/^(?!.*[ \t]$)[\t\x20-\x7e]{0,76}$/);
          const bytes = encoded
            .replace(/=\r\n/g, "")
            .replace(/\r\n/g, "\n")
            .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
          expect(Buffer.from(bytes, "latin1").toString("utf8")).toBe(text.toWellFormed());
        },
      ),
    );
  });
});
