import { eq } from "drizzle-orm";
import PostalMime from "postal-mime";
import { expect, it } from "vitest";
import { campaigns, cases, invitations, responses, workspaces } from "#db/schema/index.ts";
import { createCampaign } from "#server/campaign/create.ts";
import { remindUnanswered } from "#server/campaign/remind.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { assignCase } from "#server/case/assign.ts";
import { closeCase } from "#server/case/close.ts";
import { considerCase } from "#server/case/consider.ts";
import { considerWaiting } from "#server/case/consider-waiting.ts";
import { replyToCase } from "#server/case/reply.ts";
import { createDigest } from "#server/digest/create.ts";
import { CreateDigest } from "#server/digest/schema.ts";
import { sendDigestNow } from "#server/digest/send-now.ts";
import { withToken, withTokenAtOnce } from "#server/entry.ts";
import { locales } from "#server/i18n/locales.ts";
import { sendDue } from "#server/mail/send-due.ts";
import { requestOwnData } from "#server/own-data/request.ts";
import { recordResponse } from "#server/response/record.ts";
import { saveRule } from "#server/rule/save.ts";
import { SaveRule } from "#server/rule/schema.ts";
import { saveTemplate } from "#server/template/save.ts";
import { causeNamed } from "#server/test/causes.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import {
  makeContact,
  makeMember,
  makeSurvey,
  makeWorkspace,
  type TestWorkspace,
} from "#server/test/factories.ts";
import { sinkTransport } from "#server/test/sink-transport.ts";
import type { ReceivedMail } from "#server/test/smtp-sink.ts";
import { askAllDueChecks, thankAllDue } from "./all-workspaces.ts";
import { senderOf } from "./sender.ts";
import { tellAllAlerts } from "./tell-alerts.ts";

const rt = await testRuntime();
const { sink, transport } = await sinkTransport();

/** Names as people and attackers have them; each is a customer's, and some are a company's and a subject's. */
const names = [
  "Maja Lind",
  "Åsa Öberg",
  "李小龍 Li",
  "דנה כהן",
  "🚢 Ferry 🚢 Fan",
  'Bo "the boat" Ek',
  "x\r\nBcc: spy@evil.example",
  "y\u2028X-Evil: 1",
  "Ødegård, <Kari> (Oslo)",
  `Long ${"næmning ".repeat(40)}`.slice(0, 300),
  "=?utf-8?q?not_encoded?=",
  "O'Neill; DROP",
  "Tab\tand\u0007bell",
];

async function send(): Promise<void> {
  const sender = { ...senderOf(rt, transport), clock: () => rt.clock() };
  while ((await sendDue(sender, 50)) > 0);
}

/** Thanks one customer for an answer, by a rule. */
async function thank(workspace: TestWorkspace, token: string, locale: (typeof locales)[number]) {
  await workspace.run(async (ctx) => {
    const { id: templateId } = await saveTemplate(ctx, { name: "Thanks", locale, text: "Tak {{workspace}}" });
    const rule = {
      ...{ name: "Thank", opens: false, known: false, people: [], dueHours: "", on: true, tags: [] },
      ...{ tellAssignee: false, tellLead: false, templateId: null },
      conditions: [
        { kind: "group", any: ["promoter"] },
        { kind: "wish", any: ["none"] },
      ],
      thanks: { templateId, referral: { templateId, link: "https://fjordline.example/friends" } },
    };
    await saveRule(ctx, SaveRule.parse(rule));
  });
  await withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
    recordResponse(at, { invitationNumber, score: 9, comment: "" }),
  );
  await workspace.run((ctx) => considerWaiting(ctx, { most: 50 }));
  rt.setNow(new Date(testNow.getTime() + 31 * 60_000));
  await thankAllDue(rt);
}

/** A workspace that asks everybody, reminds who does not answer, talks with one until it is solved and gives one their data. */
async function ask(locale: (typeof locales)[number], place: number) {
  const odd = names[(place * 2 + 1) % names.length]!;
  const workspace = await makeWorkspace(rt, `W${place}`);
  const agent = await makeMember(rt, workspace, "agent", `Bo ${odd}`);
  const campaignId = await workspace.run(async (ctx) => {
    await ctx.db.update(workspaces).set({ name: odd, locale }).where(eq(workspaces.id, ctx.workspaceId));
    const subject = `${odd} ${"?".repeat(place)}`;
    const survey = await makeSurvey(ctx, { texts: { [locale]: { subject, intro: odd } } });
    for (const [n, name] of names.entries()) {
      const email = `c${n}@customer${place}.example`;
      await makeContact(rt, ctx, `C ${n}`, {
        ...{ name, email, emailKey: email, locale },
        addressHash: rt.tokens.hashAddress(ctx.workspaceId, email),
      });
    }
    const { id } = await createCampaign(ctx, { name: "Autumn", surveyId: survey.id });
    await ctx.db.update(campaigns).set({ senderName: place % 2 ? odd : null, reminderDays: 3 });
    await startCampaign(ctx, { id });
    return id;
  });
  await send();
  const asked = await workspace.run((ctx) => ctx.db.select().from(invitations).orderBy(invitations.number));
  const tokenOf = ({ number }: { number: number }) =>
    rt.tokens.seal("answer", { workspaceKey: workspace.key, number });
  await withTokenAtOnce(rt, "answer", tokenOf(asked[place]!), (at, invitationNumber) =>
    recordResponse(at, { invitationNumber, score: 2, comment: odd }),
  );
  await withToken(rt, "answer", tokenOf(asked[place + 1]!), requestOwnData);
  await workspace.run(async (ctx) => {
    const [answer] = await ctx.db.select().from(responses);
    await considerCase(ctx, { responseId: answer!.id });
    const [one] = await ctx.db.select().from(cases);
    await assignCase(ctx, { caseId: one!.id, assigneeId: agent.id });
    await replyToCase(ctx, { caseId: one!.id, text: `Dear ${odd}\n.\nBye` });
    const { id } = await createDigest(ctx, CreateDigest.parse({ rhythm: "daily", locale }));
    await sendDigestNow(ctx, { digestId: id });
  });
  await tellAllAlerts(rt);
  await workspace.run(async (ctx) => {
    const [one] = await ctx.db.select().from(cases);
    await closeCase(ctx, { caseId: one!.id, causeId: await causeNamed(ctx, odd), outcome: odd });
  }, agent);
  await thank(workspace, tokenOf(asked[place + 2]!), locale);
  rt.setNow(new Date(testNow.getTime() + 3 * 86_400_000));
  await workspace.run((ctx) => remindUnanswered(ctx, { id: campaignId }));
  await send();
  rt.setNow(new Date(testNow.getTime() + 15 * 86_400_000));
  await askAllDueChecks(rt);
  await send();
  rt.setNow(testNow);
}

/** Header lines as they came, unfolded (RFC 5322, 2.2.3), by their name in small letters. */
function headersOf({ raw }: ReceivedMail): Map<string, string[]> {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n(?=[ \t])/g, "");
  const found = new Map<string, string[]>();
  for (const line of head.split("\r\n")) {
    const [, name = "", value = ""] = /^([\x21-\x39\x3b-\x7e]+):\s?(.*)$/.exec(line) ?? [];
    expect(name, line).not.toBe("");
    found.set(name.toLowerCase(), [...(found.get(name.toLowerCase()) ?? []), value]);
  }
  return found;
}

const once = ["from", "to", "subject", "date", "message-id", "mime-version", "content-type"];
const known = new Set([
  ...once,
  ...["reply-to", "in-reply-to", "references", "auto-submitted", "x-auto-response-suppress"],
  "x-svar-mail",
  ...["list-unsubscribe", "list-unsubscribe-post", "list-id", "feedback-id"],
]);

/** What the headers of a mail of its kind say beside, and what comes out of it when it is read. Returns the kind. */
async function checkKind({ raw, messageId }: ReceivedMail, headers: Map<string, string[]>): Promise<string> {
  const one = (name: string) => headers.get(name)?.[0] ?? "";
  const parts = [
    ...raw.matchAll(/^Content-Type: (text\/\w+); charset=(\S+)\r\nContent-Transfer-Encoding: (\S+)/gm),
  ];
  expect(
    parts.map(([, ...part]) => part),
    messageId,
  ).toEqual([
    ["text/plain", "utf-8", "quoted-printable"],
    ["text/html", "utf-8", "quoted-printable"],
  ]);
  const read = await PostalMime.parse(raw);
  expect([read.to?.length, read.bcc, read.cc], messageId).toEqual([1, undefined, undefined]);
  for (const said of [read.subject, read.from?.name, read.text, read.html]) {
    expect(said, messageId).toBeTruthy();
    expect(said, messageId).not.toMatch(/\ufffd/);
  }
  expect(`${read.subject}${read.from?.name}`, messageId).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  if (one("feedback-id")) {
    expect(one("list-unsubscribe"), messageId).toMatch(/^<https?:\/\/[^<>\s]+>, <mailto:u\+[^<>\s]+>$/);
    expect(one("list-unsubscribe-post"), messageId).toBe("List-Unsubscribe=One-Click");
    expect(one("list-id"), messageId).toMatch(/^<[\w.-]+>$/);
    expect(one("reply-to"), messageId).toMatch(/^r\+\S+@/);
    expect(one("auto-submitted"), messageId).toBe("auto-generated");
    expect(new Set(read.text?.match(/\/r\/\w+\/\d+/g)).size, messageId).toBe(11);
  }
  const isReply = /^case\+/.test(one("reply-to"));
  const isCheck = isReply && headers.has("auto-submitted");
  const kind = isCheck ? "recovery_check" : one("feedback-id").split(":")[2];
  if (isCheck) {
    expect(one("auto-submitted"), messageId).toBe("auto-generated");
    expect(one("list-unsubscribe"), messageId).toMatch(/^<https?:\/\/[^<>\s]+>, <mailto:u\+[^<>\s]+>$/);
    expect(one("list-unsubscribe-post"), messageId).toBe("List-Unsubscribe=One-Click");
    expect(new Set(read.text?.match(/\/c\/\w+\/(?:yes|partly|no)/g)).size, messageId).toBe(3);
  } else if (!kind && /^r\+/.test(one("reply-to"))) {
    expect(one("list-unsubscribe"), messageId).toMatch(/^<https?:\/\/[^<>\s]+>, <mailto:u\+[^<>\s]+>$/);
    expect(one("list-unsubscribe-post"), messageId).toBe("List-Unsubscribe=One-Click");
    expect(one("auto-submitted"), messageId).toBe("auto-generated");
    return "thank_you";
  } else if (!kind && headers.has("list-unsubscribe")) {
    expect(one("list-unsubscribe"), messageId).toMatch(/^<https?:\/\/[^<>\s]+\/d\/\w+>$/);
    expect(one("list-unsubscribe-post"), messageId).toBe("List-Unsubscribe=One-Click");
    expect(one("auto-submitted"), messageId).toBe("auto-generated");
    return "digest";
  }
  if (kind === "reminder" || isReply) {
    expect(one("in-reply-to"), messageId).toMatch(/^<[^<>\s]+>$/);
    expect(one("references").split(" "), messageId).toContain(one("in-reply-to"));
  }
  if (isReply && !isCheck) expect(headers.has("auto-submitted"), messageId).toBe(false);
  return (
    kind ?? (isReply ? "case_reply" : one("auto-submitted") === "auto-replied" ? "own_data" : "case_alert")
  );
}

it("a hundred mails of every kind have the headers they should have, once, and no others", async () => {
  for (const [place, locale] of locales.entries()) await ask(locale, place);
  expect(sink.mails.length).toBeGreaterThanOrEqual(100);
  expect(new Set(sink.mails.map(({ messageId }) => messageId)).size).toBe(sink.mails.length);
  const seen = new Set<string>();
  for (const mail of sink.mails) {
    const { raw, messageId } = mail;
    const headers = headersOf(mail);
    const one = (name: string) => headers.get(name)?.[0] ?? "";
    for (const name of once) expect(headers.get(name), `${name} of ${messageId}`).toHaveLength(1);
    for (const [name, values] of headers) {
      expect(known, messageId).toContain(name);
      expect(values, `${name} of ${messageId}`).toHaveLength(1);
    }
    expect(raw, messageId).not.toMatch(/[^\r]\n|\r[^\n]/);
    expect(raw.split("\r\n").filter((line) => line.length > 998)).toEqual([]);
    expect(raw.slice(0, raw.indexOf("\r\n\r\n")), messageId).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    expect(messageId).toMatch(/^<[^\s<>@]+@[^\s<>@]+>$/);
    expect(Math.abs(Date.parse(one("date")) - Date.now()), messageId).toBeLessThan(600_000);
    expect(one("to"), messageId).toBe(mail.to);
    seen.add(await checkKind(mail, headers));
  }
  expect([...seen].sort()).toEqual([
    ...["case_alert", "case_reply", "digest", "invitation", "own_data", "recovery_check", "reminder"],
    "thank_you",
  ]);
});
