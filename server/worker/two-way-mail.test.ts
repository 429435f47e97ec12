import { and, asc, eq, isNull } from "drizzle-orm";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import {
  attachments,
  caseDrafts,
  caseMessages,
  inboundMails,
  members,
  messageHtmls,
  outboundMails,
} from "#db/schema/index.ts";
import { readAttachment, readMailHtml, readOriginal } from "#server/attachment/queries.ts";
import { assignCase } from "#server/case/assign.ts";
import { closeCase } from "#server/case/close.ts";
import { getCase } from "#server/case/queries.ts";
import { renderAlert } from "#server/case/render-alert.ts";
import { renderNotSent } from "#server/case/render-not-sent.ts";
import { renderReply } from "#server/case/render-reply.ts";
import { snoozeCase } from "#server/case/snooze.ts";
import type { Ctx } from "#server/context.ts";
import type { RenderedMail } from "#server/mail/rendered.ts";
import { erasePerson } from "#server/own-data/erase.ts";
import { causeNamed } from "#server/test/causes.ts";
import { makeOpenCase } from "#server/test/closed-case.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { startDnsServer } from "#server/test/dns-server.ts";
import { makeMember, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { keyRecord, mailProgram, signingKey } from "#server/test/mail-program.ts";
import { handlers } from "./handlers.ts";
import { startInboundSmtp } from "./inbound.ts";
import { tellAllAlerts } from "./tell-alerts.ts";

const rt = await testRuntime();
const dns = await startDnsServer();
const port = 20_000 + Math.floor(Math.random() * 20_000);
Object.assign(rt.env, { MAIL_IN_PORT: port, DNS_SERVER: dns.address });
const server = await startInboundSmtp(rt);
const program = mailProgram(port);
afterAll(async () => {
  program.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await dns.close();
});

const fjordline = await makeWorkspace(rt, "Fjordline");
const nordlys = await makeWorkspace(rt, "Nordlys");
const bo = await makeMember(rt, fjordline, "agent", "Bo Friis");
const ida = await makeMember(rt, fjordline, "agent", "Ida Holm");
const home = `${fjordline.slug}.example`;
Object.assign(dns.zone, keyRecord(home), keyRecord("customer.example"));
/** On a day of its own, for within an hour nobody is told more than ten times. */
let days = 0;
beforeEach(() => rt.setNow(new Date(testNow.getTime() + days++ * 7 * 86_400_000)));

const later = (minutes = 1) => rt.setNow(new Date(rt.clock().getTime() + minutes * 60_000));

/** Reads what came in, as the worker's tasks do. */
async function read(workspace = fjordline): Promise<(string | null)[]> {
  const unread = await workspace.run((ctx) =>
    ctx.db
      .select({ id: inboundMails.id, purpose: inboundMails.purpose })
      .from(inboundMails)
      .where(and(eq(inboundMails.workspaceId, ctx.workspaceId), isNull(inboundMails.readAt)))
      .orderBy(asc(inboundMails.id)),
  );
  const outcomes: (string | null)[] = [];
  for (const { id, purpose } of unread) {
    const handler = handlers[`${purpose}.receive`];
    outcomes.push(String(await handler(rt, { workspaceId: workspace.id, inboundMailId: id })));
  }
  return outcomes;
}

/** A case of Bo's with Anna, who can write to it, and he from his own mail program. */
async function dialogue(workspace: TestWorkspace = fjordline, owner = bo) {
  const { caseId, contact } = await makeOpenCase(rt, workspace);
  later();
  await workspace.run((ctx) => assignCase(ctx, { caseId, assigneeId: owner.id }));
  later();
  const found = () => workspace.run((ctx) => getCase(ctx, { caseId }));
  const token = rt.tokens.sealForAddress("case-address", {
    workspaceKey: workspace.key,
    number: (await found()).case.number,
  });
  const address = `case+${token}@reply.svar.test`;
  const mails = async (kind: "case_alert" | "case_reply" | "reply_not_sent") => {
    await tellAllAlerts(rt);
    return workspace.run((ctx) =>
      ctx.db
        .select()
        .from(outboundMails)
        .where(and(eq(outboundMails.caseId, caseId), eq(outboundMails.kind, kind)))
        .orderBy(outboundMails.number),
    );
  };
  const notification = async (): Promise<RenderedMail> => {
    const alert = (await mails("case_alert")).at(-1)!;
    return workspace.run((ctx) => renderAlert(ctx, alert));
  };
  const anna = (mail: Parameters<typeof program.send>[0]) =>
    program.send({ from: `Anna <${contact.email}>`, to: address, subject: "Re: Hello", ...mail });
  const answer = async (mail: Parameters<typeof program.send>[0] = {}) =>
    program.send({
      from: `Bo Friis <${owner.email}>`,
      to: (await notification()).replyTo!,
      subject: "Re: Anna",
      text: "Dear Anna, both crates leave today.\n\nOn Mon, 23 Nov 2026, Fjordline wrote:\n> The case is yours",
      signedBy: home,
      ...mail,
    });
  return { caseId, contact, address, found, mails, notification, anna, answer };
}

const saidIn = (found: Awaited<ReturnType<typeof getCase>>) =>
  found.messages.map(({ direction, text }) => `${direction}: ${text}`);

describe("a customer's mail", () => {
  it("is kept with its HTML, its files and every byte of it", async () => {
    const { caseId, anna, found } = await dialogue();
    const image = Buffer.from("89504e470d0a1a0a", "hex");
    await anna({
      text: "See the table.",
      html: `<p>See the <b>table</b>.</p><script>alert(1)</script><img src="cid:logo@x">`,
      attachments: [
        { filename: "../invoice\u202e.pdf", content: "PDF" },
        { filename: "logo.png", content: image, cid: "logo@x", contentType: "image/png" },
      ],
    });
    expect(await read()).toEqual(["added"]);
    const { messages, attachments: files } = await found();
    const message = messages.at(-1)!;
    expect(message).toMatchObject({ hasHtml: true, text: "See the table.", knownSender: true });
    expect(
      files.map(({ fileName, size, leftOut, messageId }) => [fileName, size, leftOut, messageId]),
    ).toEqual([
      ["logo.png", 8, null, message.id],
      ["invoice.pdf", 3, null, message.id],
    ]);
    const { html, original, picture } = await fjordline.run(async (ctx) => ({
      html: await readMailHtml(ctx, { caseId, messageId: message.id }),
      original: await readOriginal(ctx, { caseId, messageId: message.id }),
      picture: await readAttachment(ctx, { caseId, attachmentId: files[0]!.id }),
    }));
    expect(html.html).toContain("<script>");
    expect(html.files).toMatchObject([{ id: files[0]!.id, contentId: "logo@x" }]);
    expect(Buffer.from(original).toString()).toContain("Subject: Re: Hello");
    expect(Buffer.from(picture.content)).toEqual(image);
  });

  it("has its files in this workspace and this case only", async () => {
    const one = await dialogue();
    const other = await dialogue();
    await one.anna({ text: "Here", html: "<b>Here</b>", attachments: [{ filename: "a.txt", content: "a" }] });
    await read();
    const { messages, attachments: files } = await one.found();
    const asked = { caseId: one.caseId, messageId: messages.at(-1)!.id, attachmentId: files[0]!.id };
    const missing = { code: "NOT_FOUND" };
    for (const [workspace, caseId] of [
      [nordlys, one.caseId],
      [fjordline, other.caseId],
    ] as const) {
      const looks: ((ctx: Ctx) => Promise<unknown>)[] = [
        (ctx) => readAttachment(ctx, { ...asked, caseId }),
        (ctx) => readMailHtml(ctx, { ...asked, caseId }),
        (ctx) => readOriginal(ctx, { ...asked, caseId }),
      ];
      for (const look of looks) await expect(workspace.run(look)).rejects.toMatchObject(missing);
    }
  });

  it("with too much in it is kept in its bounds, and says what was left out", async () => {
    const { anna, found } = await dialogue();
    const small = Array.from({ length: 21 }, (_, n) => ({ filename: `${n}.txt`, content: "x" }));
    await anna({
      text: "All of it",
      attachments: [{ filename: "big.bin", content: Buffer.alloc(10_500_000) }, ...small],
    });
    await read();
    const { attachments: files } = await found();
    expect(
      files.filter(({ leftOut }) => leftOut).map(({ fileName, leftOut }) => [fileName, leftOut]),
    ).toEqual([
      ["big.bin", "too_large"],
      ["20.txt", "too_many"],
    ]);
    expect(files).toHaveLength(22);
  });

  it("is told to the case's owner, who can answer it from there; a stranger's and a machine's are not", async () => {
    const { anna, mails, notification, contact } = await dialogue();
    const before = (await mails("case_alert")).length;
    await anna({ text: "It broke again." });
    await anna({ text: "It broke again.", from: "mallory@elsewhere.example" });
    await anna({ text: "I am away.", headers: { "Auto-Submitted": "auto-replied" } });
    expect(await read()).toEqual(["added", "added", "added"]);
    expect((await mails("case_alert")).slice(before)).toMatchObject([{ toAddress: bo.email }]);
    const alert = await notification();
    expect(alert.subject).toBe(`${contact.name} wrote in your case`);
    expect(alert.text).toContain("> It broke again.");
    expect(alert.text).toContain("You can answer by replying to this e-mail");
    expect(alert.replyTo).toMatch(/^n\+.+@reply\.svar\.test$/);
  });
});

describe("a colleague who replies to the notification", () => {
  it("answers the customer under the workspace's address, in the thread, without what is quoted", async () => {
    const { anna, answer, found, mails } = await dialogue();
    await anna({ text: "It broke again.", messageId: "<anna.1@customer.example>" });
    await read();
    later();
    await answer({ attachments: [{ filename: "label.pdf", content: "PDF" }] });
    expect(await read()).toEqual(["sent"]);
    const { messages, case: one, attachments: files } = await found();
    const reply = messages.at(-1)!;
    expect(reply).toMatchObject({
      direction: "out",
      authorId: bo.id,
      text: "Dear Anna, both crates leave today.",
    });
    expect(one.state).toBe("waiting");
    expect(files).toMatchObject([{ fileName: "label.pdf", messageId: reply.id }]);
    const [mail] = await mails("case_reply");
    const rendered = await fjordline.run((ctx) => renderReply(ctx, mail!));
    expect(rendered.fromName).toMatch(/^Bo Friis, Fjordline/);
    expect(rendered.inReplyTo).toBe("<anna.1@customer.example>");
    expect(rendered.replyTo).toMatch(/^case\+/);
    expect(rendered.text).not.toContain("The case is yours");
    expect(rendered.bytesOfFiles).toBe(3);
  });

  it("sends once what is delivered twice, and again what is written again", async () => {
    const { answer, found, mails } = await dialogue();
    const first = { messageId: "<bo.1@fjordline.example>", text: "First" };
    await answer(first);
    await answer(first);
    await answer({ text: "Second" });
    expect(await read()).toEqual(["sent", "known already", "sent"]);
    expect(await mails("case_reply")).toHaveLength(2);
    expect(saidIn(await found())).toEqual(["out: First", "out: Second"]);
  });

  it.each([
    ["nobody signed it", { signedBy: undefined }],
    ["another domain signed it", { signedBy: "customer.example" }],
    ["a colleague wrote it", { from: ida.email }],
    ["it comes from somewhere else", { from: "bo@customer.example", signedBy: "customer.example" }],
  ])("is not sent on when %s: it is set aside, and told once", async (_, mail) => {
    const { answer, found, mails } = await dialogue();
    const before = await found();
    await answer(mail);
    await answer(mail);
    expect(await read()).toEqual(["unverified", "unverified"]);
    const { messages, case: one } = await found();
    expect(messages).toMatchObject([
      { direction: "in", setAside: "unverified", knownSender: false },
      { direction: "in", setAside: "unverified" },
    ]);
    expect(one).toEqual(before.case);
    expect(await mails("case_reply")).toEqual([]);
    const told = await mails("reply_not_sent");
    expect(told).toMatchObject([{ toAddress: bo.email, payload: { because: "unverified" } }]);
    const notice = await fjordline.run((ctx) => renderNotSent(ctx, told[0]!));
    expect(notice.subject).toMatch(/^Your reply to Anna Lindqvist .+ was not sent$/);
    expect(notice.headers).toMatchObject({ "Auto-Submitted": "auto-generated" });
  });

  it("is not sent on when it was changed on its way", async () => {
    const { notification, found } = await dialogue();
    const raw = (text: string) =>
      [`From: ${bo.email}`, `To: ${to}`, "Subject: Re: Anna", "Message-ID: <x@y.example>", "", text, ""].join(
        "\r\n",
      );
    const to = (await notification()).replyTo!;
    const { signatures } = await dkimSign(raw("I will call you."), {
      ...{ ...signingKey, signingDomain: home },
      signatureData: [{ ...signingKey, signingDomain: home }],
    });
    await program.send({ envelope: { from: bo.email, to }, raw: signatures + raw("Pay to this account.") });
    await program.send({ envelope: { from: bo.email, to }, raw: signatures + raw("I will call you.") });
    expect(await read()).toEqual(["unverified", "sent"]);
    expect(saidIn(await found())).toEqual(["in: Pay to this account.", "out: I will call you."]);
  });

  it("waits when DNS does not answer, and after ten minutes is not sent", async () => {
    const { answer } = await dialogue();
    const record = `TXT post._domainkey.${home}`;
    const known = dns.zone[record]!;
    dns.zone[record] = "fail";
    await answer();
    await expect(read()).rejects.toThrow("DNS did not answer");
    later(11);
    expect(await read()).toEqual(["unverified"]);
    dns.zone[record] = known;
  });

  it("has it in the draft, with its files, when something came in since, and is told", async () => {
    const { anna, answer, found, mails, notification, caseId } = await dialogue();
    const to = (await notification()).replyTo!;
    await anna({ text: "Never mind, it is here." });
    await read();
    later();
    await answer({ to, attachments: [{ filename: "label.pdf", content: "PDF" }] });
    expect(await read()).toEqual(["newer"]);
    expect(await mails("case_reply")).toEqual([]);
    const drafts = await fjordline.run((ctx) =>
      ctx.db.select().from(caseDrafts).where(eq(caseDrafts.caseId, caseId)),
    );
    expect(drafts).toMatchObject([
      { memberId: bo.id, text: "Dear Anna, both crates leave today.", kind: "reply" },
    ]);
    const { attachments: files } = await fjordline.run((ctx) => getCase(ctx, { caseId }), bo);
    expect(files).toMatchObject([{ fileName: "label.pdf", messageId: null }]);
    expect((await found()).attachments).toEqual([]);
    expect(await mails("reply_not_sent")).toMatchObject([{ payload: { because: "newer" } }]);
  });

  it("has it in the draft when the case was closed, or when it still holds the notification", async () => {
    const { answer, caseId, notification } = await dialogue();
    const { text } = await notification();
    await answer({ text: `Hello Anna\n\n${text}` });
    await fjordline.run(
      async (ctx) => closeCase(ctx, { caseId, causeId: await causeNamed(ctx), outcome: "Called" }),
      bo,
    );
    later();
    await answer();
    expect(await read()).toEqual(["closed", "closed"]);
    const open = await dialogue();
    await open.answer({ text: `Hello Anna\n\n${(await open.notification()).text}` });
    expect(await read()).toEqual(["quoted"]);
    expect(await open.mails("case_reply")).toEqual([]);
  });

  it("is answered by nobody's machine: a vacation reply is kept, folded, and tells nobody", async () => {
    const { answer, found, mails, notification } = await dialogue();
    const before = (await found()).case;
    await answer({ text: "I am on vacation.", headers: { "Auto-Submitted": "auto-replied" } });
    const { replyTo: to } = await notification();
    await answer({ text: "I am on vacation.", envelope: { from: "", to: to! } });
    expect(await read()).toEqual(["automatic", "automatic"]);
    expect((await found()).messages).toMatchObject([
      { automatic: true, setAside: "automatic" },
      { automatic: true },
    ]);
    expect((await found()).case).toEqual(before);
    expect([...(await mails("case_reply")), ...(await mails("reply_not_sent"))]).toEqual([]);
  });

  it("may not when they only look at cases, or work here no longer", async () => {
    const role = (to: "viewer" | "agent") =>
      fjordline.run((ctx) => ctx.db.update(members).set({ role: to }).where(eq(members.userId, ida.id)));
    const looks = await dialogue(fjordline, ida);
    await role("viewer");
    await looks.answer();
    expect(await read()).toEqual(["not_allowed"]);
    expect(await looks.mails("reply_not_sent")).toMatchObject([{ toAddress: ida.email }]);
    await role("agent");

    const leaver = await makeMember(rt, fjordline, "agent", "Liv Lund");
    const left = await dialogue(fjordline, leaver);
    const { replyTo: to } = await left.notification();
    await fjordline.run((ctx) => ctx.db.delete(members).where(eq(members.userId, leaver.id)));
    await program.send({ from: leaver.email, to, text: "Still me", signedBy: home });
    expect(await read()).toEqual(["not_allowed"]);
    expect([...(await left.mails("reply_not_sent")), ...(await left.mails("case_reply"))]).toEqual([]);
  });

  it("writes to nobody whose data was erased, and brings nothing of them back", async () => {
    const { contact, notification, caseId, anna } = await dialogue();
    await anna({ html: "<b>Hi</b>", attachments: [{ filename: "a.txt", content: "a" }] });
    await read();
    later();
    const { replyTo: to } = await notification();
    await fjordline.run((ctx) => erasePerson(ctx, contact.id));
    await program.send({ from: bo.email, to, text: "Dear Anna", signedBy: home });
    expect(await read()).toEqual(["erased"]);
    const kept = await fjordline.run(async (ctx) => [
      ...(await ctx.db.select().from(attachments).where(eq(attachments.caseId, caseId))),
      ...(await ctx.db.select().from(caseMessages).where(eq(caseMessages.caseId, caseId))),
      ...(await ctx.db
        .select({ id: messageHtmls.messageId })
        .from(messageHtmls)
        .innerJoin(caseMessages, eq(caseMessages.id, messageHtmls.messageId))
        .where(eq(caseMessages.caseId, caseId))),
    ]);
    expect(kept).toEqual([]);
  });
});

describe("loops", () => {
  it("come to rest when two workspaces write to each other", async () => {
    const [here, there] = [await dialogue(), await dialogue(nordlys, nordlys.owner)];
    // One after the other: what tells alerts leaves alone what another is telling.
    const alerts = async () => [
      (await here.mails("case_alert")).length,
      (await there.mails("case_alert")).length,
    ];
    const before = await alerts();
    // Each one's customer is the other one's case: what a Svar sends comes in at another.
    await here.anna({ text: "Hello", messageId: "<018f.1@reply.svar.test>" });
    await there.anna({ text: "Hello", headers: { "X-Svar-Mail": "018f" }, from: there.contact.email! });
    expect([...(await read()), ...(await read(nordlys))]).toEqual(["added", "added"]);
    for (const one of [here, there])
      expect((await one.found()).messages).toMatchObject([{ setAside: "loop", knownSender: true }]);
    expect(await alerts()).toEqual(before);
  });

  it("are stopped after ten mails in ten minutes: the eleventh wakes nobody, and a later one does", async () => {
    const { anna, found, caseId, mails } = await dialogue();
    for (let n = 0; n < 10; n++) await anna({ text: `${n}` });
    await read();
    const alerts = (await mails("case_alert")).length;
    await fjordline.run((ctx) => snoozeCase(ctx, { caseId, until: "reply" }), bo);
    await anna({ text: "11" });
    await read();
    expect((await found()).case.state).toBe("snoozed");
    expect((await found()).messages.at(-1)).toMatchObject({ setAside: "loop", text: "11" });
    expect(await mails("case_alert")).toHaveLength(alerts);
    later(11);
    await anna({ text: "Is anybody there?" });
    await read();
    expect((await found()).case.state).toBe("open");
  });
});
