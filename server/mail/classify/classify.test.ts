import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { autoReplies, bounces, humanReplies } from "#server/test/sample-mails.ts";
import { classifyMail } from "./classify.ts";
import { hardReasons, reasonOf, severityOf, softReasons } from "./reasons.ts";

const bytes = (text: string) => new TextEncoder().encode(text.replaceAll("\n", "\r\n"));
const classify = (text: string) => classifyMail(bytes(text));

describe("what came back", () => {
  it.each(bounces)("is told from %s", async (_, text, expected) => {
    expect(await classify(text)).toMatchObject(expected);
  });

  it("is no bounce when a server says that the mail arrived", async () => {
    const [, failed] = bounces[0]!;
    const delivered = failed
      .replace("Action: failed", "Action: delivered")
      .replace("Status: 5.1.1", "Status: 2.0.0");
    expect((await classify(delivered)).kind).toBe("auto_reply");
  });

  it("is told whatever its lines end with, and from a mailbox file too", async () => {
    const [, text, expected] = bounces[0]!;
    for (const written of [
      text,
      text.replaceAll("\n", "\r"),
      `From MAILER-DAEMON Mon Nov 23 09:00:00 2026\n${text}`,
    ]) {
      expect(await classifyMail(new TextEncoder().encode(written))).toMatchObject(expected);
    }
  });

  it.each([
    [
      "Japanese",
      "Postmaster@kunde.example",
      "メールエラー通知",
      "宛先 bo@kunde.example が見つかりません。送信できませんでした。",
      "user_unknown",
    ],
    [
      "Japanese",
      "Postmaster@kunde.example",
      "エラー通知",
      "メールボックスが一杯のため、送信できませんでした。",
      "mailbox_full",
    ],
    ["Chinese", "postmaster@kunde.example", "系统退信", "退信原因：收件人不存在", "user_unknown"],
    [
      "Russian",
      "mailer-daemon@kunde.example",
      "Недоставленное сообщение",
      "Письмо не может быть доставлено: почтовый ящик переполнен",
      "mailbox_full",
    ],
  ])("is told in %s from %s", async (_, from, subject, text, reason) => {
    const found = await classify(
      [`From: ${from}`, `Subject: ${subject}`, "Content-Type: text/plain; charset=utf-8", "", text, ""].join(
        "\n",
      ),
    );
    expect(found).toMatchObject({ kind: "bounce", reason });
  });

  it("is soft while a server still tries", async () => {
    const delayed = bounces[0]![1].replace("Action: failed", "Action: delayed").replace("5.1.1", "4.1.1");
    expect(await classify(delayed)).toMatchObject({ kind: "bounce", severity: "soft" });
  });
});

const complaint = (type: string) =>
  [
    "From: fbl@mailbox.example",
    "Subject: Abuse report",
    "Content-Type: multipart/report; report-type=feedback-report; boundary=p",
    "",
    "--p",
    "Content-Type: text/plain",
    "",
    "This is an abuse report.",
    "--p",
    "Content-Type: message/feedback-report",
    "",
    `Feedback-Type: ${type}`,
    "Original-Rcpt-To: <bo@kund.example>",
    "",
    "--p",
    "Content-Type: message/rfc822",
    "",
    "Message-ID: <ours.4@fjordline.example>",
    "Subject: Would you recommend Fjordline?",
    "",
    "How likely…",
    "--p--",
  ].join("\n");

describe("what Amazon SES tells through SNS", () => {
  const notice = (json: string) =>
    classify(
      [
        "From: Feedback <no-reply@sns.amazonaws.com>",
        "Subject: AWS Notification Message",
        "x-amz-sns-message-id: 1",
        "",
        // Long lines come broken.
        `${json.slice(0, 90)}!\n ${json.slice(90)}`,
        "",
      ].join("\n"),
    );
  const bounced = (type: string, subType: string, more = "") =>
    notice(
      `{"notificationType":"Bounce","bounce":{"bounceType":"${type}","bounceSubType":"${subType}","bouncedRecipients":[{"emailAddress":"Bo@kund.example"${more}}]}}`,
    );

  it.each([
    [
      "Permanent",
      "General",
      ',"status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"',
      "hard",
      "user_unknown",
    ],
    ["Permanent", "Suppressed", "", "hard", "user_unknown"],
    ["Transient", "MailboxFull", "", "soft", "mailbox_full"],
    ["Transient", "General", "", "soft", "network"],
  ])("%s %s is a bounce", async (type, subType, more, severity, reason) => {
    const expected = { kind: "bounce", severity, reason, recipient: "bo@kund.example" };
    expect(await bounced(type, subType, more)).toMatchObject(expected);
  });

  it("a complaint is one, and a delivery is nothing", async () => {
    const complained = `{"notificationType":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"bo@kund.example"}]}}`;
    expect(await notice(complained)).toMatchObject({ kind: "complaint", recipient: "bo@kund.example" });
    expect((await notice(`{"notificationType":"Delivery","delivery":{}}`)).kind).toBe("auto_reply");
  });
});

it("a complaint names whom it is from and what it is about, and 'not spam' is none", async () => {
  expect(await classify(complaint("abuse"))).toMatchObject({
    kind: "complaint",
    severity: null,
    recipient: "bo@kund.example",
    originalMessageId: "<ours.4@fjordline.example>",
  });
  expect((await classify(complaint("not-spam"))).kind).toBe("auto_reply");
});

it.each(autoReplies)("%s is a machine's", async (_, text) => {
  expect(await classify(text)).toMatchObject({ kind: "auto_reply", severity: null, reason: null });
});

it.each(humanReplies)("%s is a person's", async (_, text) => {
  expect((await classify(text)).kind).toBe("human_reply");
});

describe("a mail of any kind", () => {
  it("is judged without ever throwing", async () => {
    const pieces = bounces.map(([, text]) => text);
    const mangled = fc.tuple(fc.constantFrom(...pieces), fc.nat(3000), fc.uint8Array({ maxLength: 200 }));
    await fc.assert(
      fc.asyncProperty(mangled, async ([text, at, noise]) => {
        const whole = bytes(text);
        const broken = Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at)]);
        expect(["bounce", "complaint", "auto_reply", "human_reply"]).toContain(
          (await classifyMail(broken)).kind,
        );
      }),
      { numRuns: 200 },
    );
    for (const odd of [new Uint8Array(), new Uint8Array(1000).fill(255)]) await classifyMail(odd);
  });

  it.each([
    ["one endless line", `From: a@b.example\n\n${"mailbox ".repeat(1_300_000)}`],
    ["one endless header", `Subject: ${"user ".repeat(2_000_000)}\n\nHello`],
    ["endless HTML", `Content-Type: text/html\n\n${"<p ".repeat(3_000_000)}`],
    ["boxes in boxes", "Content-Type: multipart/mixed; boundary=p\n\n--p\n".repeat(200_000)],
    [
      "endless delivery status",
      bounces[0]![1].replace("Action: failed", `Action: failed\n${" x".repeat(5_000_000)}`),
    ],
  ])("is judged in time though it is %s of 10 MB", { timeout: 20_000 }, async (_, text) => {
    const raw = bytes(text);
    const began = performance.now();
    const before = process.memoryUsage().rss;
    await classifyMail(raw);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    // D6 says a second; five leave room for a machine that does other things meanwhile.
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

it("every reason has a severity, and only dead addresses are hard", () => {
  expect(hardReasons.map(severityOf)).toEqual(["hard", "hard", "hard", "hard"]);
  expect(softReasons.every((reason) => severityOf(reason) === "soft")).toBe(true);
});

it("a server that says nothing gives no reason", () => {
  expect(reasonOf("", null)).toBeNull();
});

it("the command prints one line of JSON", () => {
  const program = join(import.meta.dirname, "..", "..", "cli", "classify-mail.ts");
  const out = execFileSync(process.execPath, [program], {
    input: bytes(bounces[0]![1]),
    env: {} as NodeJS.ProcessEnv,
  });
  expect(JSON.parse(out.toString())).toMatchObject({
    kind: "bounce",
    severity: "hard",
    reason: "user_unknown",
  });
  expect(out.toString().trim().split("\n")).toHaveLength(1);
});
