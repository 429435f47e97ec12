import { describe, expect, it } from "vitest";
import { locales } from "#server/i18n/locales.ts";
import { sampleDigest } from "#server/test/sample-digest.ts";
import { renderCaseAlertMail } from "./case-alert.tsx";
import { renderCaseMentionMail } from "./case-mention.tsx";
import { renderCaseNewsMail } from "./case-news.tsx";
import { renderCaseOverdueMail } from "./case-overdue.tsx";
import { renderCaseReplyMail } from "./case-reply.tsx";
import { renderChannelOffMail } from "./channel-off.tsx";
import { renderDigestMail } from "./digest.tsx";
import { coloursThatAreNotHex, hrefsIn } from "./mail-checks.ts";
import { renderMemberInvitationMail } from "./member-invitation.tsx";
import { renderOwnDataMail } from "./own-data.tsx";
import { renderPasswordResetMail } from "./password-reset.tsx";
import { renderPromisesDueMail } from "./promises-due.tsx";
import { renderRecoveryCheckMail } from "./recovery-check.tsx";
import { renderReplyNotSentMail } from "./reply-not-sent.tsx";
import { renderSecurityNoticeMail } from "./security-notice.tsx";
import { renderSignInLinkMail } from "./sign-in-link.tsx";
import { renderSignUpLinkMail } from "./sign-up-link.tsx";
import { renderThankYouMail } from "./thank-you.tsx";

const at = new Date("2026-11-24T08:00:00Z");
const timeZone = "Europe/Oslo";
const url = "https://svar.example/fjordline/cases/0192?from=mail&x=1";

const invitation = {
  workspaceName: "Fjordline",
  inviterName: "Maja Lind",
  role: "agent",
  url,
  validUntil: at,
  timeZone,
  locale: "en",
} as const;
const notice = {
  kind: "new_browser",
  name: "Maja",
  email: "maja@fjordline.example",
  browser: "Firefox, Windows",
  at: new Date("2026-11-23T09:00:00Z"),
  url,
  locale: "en",
} as const;
const reset = { name: "Maja", email: "maja@fjordline.example", url, minutes: 60, locale: "en" } as const;
const alert = {
  assigneeName: "Bo",
  customerName: "Åsa Öberg",
  score: 3,
  comment: "The ferry was late.\nNobody told us.",
  contact: { by: "none" },
  dueAt: at,
  timeZone,
  workspaceName: "Fjordline",
  url,
  locale: "en",
} as const;
const item = { title: "Åsa <b> answered 3", words: "Late.\nAgain.", facts: "Nobody has it.", url };
const news = {
  title: "14 new cases in the last hour",
  items: [item, { ...item, words: null, url: `${url}2` }],
  more: 12,
  queueUrl: "https://svar.example/fjordline/cases?view=mine",
  settingsUrl: "https://svar.example/fjordline/settings/alerts",
  workspaceName: "Fjordline",
  locale: "en",
} as const;
const off = {
  channel: "#nps-nordics",
  because: "gone",
  answer: "404 no_service",
  workspaceName: "Fjordline",
  url,
  locale: "en",
} as const;
const reply = {
  subject: "Re: Would you recommend Fjordline?",
  text: "Dear Åsa,\n\nI am sorry.\nWe will call you.\n\nBo",
  answered: { score: 3, comment: "The ferry was late.", at },
  timeZone,
  locale: "en",
} as const;

const check = {
  subject: reply.subject,
  companyName: "Fjordline",
  firstName: "Åsa",
  senderName: "Bo Friis",
  closedAt: at,
  answered: reply.answered,
  urls: {
    yes: "https://svar.example/c/1/yes",
    partly: "https://svar.example/c/1/partly",
    no: "https://svar.example/c/1/no",
  },
  optOutUrl: "https://svar.example/u/1",
  postalAddress: "Strandgaten 1\nBergen",
  timeZone,
  locale: "en",
} as const;

const thanks = {
  companyName: "Fjordline",
  words: "Dear Åsa,\n\nThank you for your answer.\n\nFjordline",
  referral: {
    ask: "Do you know somebody who would like to sail?",
    link: "https://fjordline.example/friends",
  },
  optOutUrl: "https://svar.example/u/1",
  postalAddress: "Strandgaten 1\nBergen",
  locale: "en",
} as const;

describe.each(locales)("every mail in %s", (locale) => {
  it.each([
    ["member invitation", () => renderMemberInvitationMail({ ...invitation, locale })],
    ["password reset", () => renderPasswordResetMail({ ...reset, locale })],
    ["sign-up link", () => renderSignUpLinkMail({ ...reset, locale })],
    ["sign-in link", () => renderSignInLinkMail({ ...reset, first: true, locale })],
    ["security notice", () => renderSecurityNoticeMail({ ...notice, locale })],
    ["own data", () => renderOwnDataMail({ companyName: "Fjordline", url, until: at, timeZone, locale })],
    ["case alert", () => renderCaseAlertMail({ ...alert, locale })],
    ["customer's mail", () => renderCaseAlertMail({ ...alert, wrote: true, mayReply: true, locale })],
    [
      "reply not sent",
      () =>
        renderReplyNotSentMail({
          ...{ customerName: "Åsa", because: "newer", workspaceName: "Fjordline", url, locale },
        }),
    ],
    [
      "case mention",
      () =>
        renderCaseMentionMail({
          ...{
            authorName: "Bo",
            customerName: "Åsa",
            note: "Can you call?\n\nToday.",
            workspaceName: "Fjordline",
          },
          ...{ url, locale },
        }),
    ],
    ["case overdue", () => renderCaseOverdueMail({ ...alert, assigneeName: null, locale })],
    ["case news", () => renderCaseNewsMail({ ...news, locale })],
    ["channel off", () => renderChannelOffMail({ ...off, locale })],
    ["recovery check", () => renderRecoveryCheckMail({ ...check, locale })],
    ["thank-you", () => renderThankYouMail({ ...thanks, locale })],
    [
      "promises due",
      () =>
        renderPromisesDueMail({
          promises: [
            {
              ...{ text: "I will call you on Friday.", customerName: "Åsa", insteadOf: "Bo", url },
              ...{ standing: { kind: "overdue", days: 2 }, dueOn: "2026-11-22" },
            },
            {
              ...{ text: "A new crate by Monday.", customerName: null, insteadOf: null, url },
              ...{ standing: { kind: "ahead", days: 2 }, dueOn: "2026-11-26" },
            },
          ],
          ...{ workspaceName: "Fjordline", url, locale },
        }),
    ],
    ["case reply", () => renderCaseReplyMail({ ...reply, locale })],
    ["digest", () => renderDigestMail(sampleDigest(locale))],
  ])("is small, whole and has hex colours: %s", async (_, make) => {
    const { subject, html, text } = await make();
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
    expect(coloursThatAreNotHex(html)).toEqual([]);
    expect(html).toContain(`<html lang="${locale}"`);
    expect(`${subject}${html}${text}`).not.toMatch(/[^\P{Cc}\n]|undefined|\[object|<img|<script/u);
    expect(text.trim().length).toBeGreaterThan(40);
    if (html.includes(`class="link"`)) expect(html, "in the dark").toContain(" .link{color:#7ECAA9");
  });
});

describe("an invitation to work in a workspace", () => {
  it("says who invites, to what, as what and until when", async () => {
    const { subject, html, text } = await renderMemberInvitationMail(invitation);
    expect(subject).toBe("Join Fjordline on Svar");
    for (const said of ["Maja Lind has invited you", "You will be an agent", "24 November 2026"]) {
      expect(html).toContain(said);
      expect(text).toContain(said);
    }
    expect(hrefsIn(html)).toEqual([url.replace("&", "&amp;")]);
    expect(text).toContain(url);
  });

  it("takes names as they are, on one line", async () => {
    const { subject, html } = await renderMemberInvitationMail({
      ...invitation,
      workspaceName: "<script>x</script>\r\nBcc: a@b.c",
      inviterName: null,
    });
    expect(subject).toBe("Join <script>x</script> Bcc: a@b.c on Svar");
    expect(html).not.toContain("<script>");
  });
});

describe("a mail about a password", () => {
  it("names the account, the time and what to do when it was not you", async () => {
    const { html, text } = await renderPasswordResetMail(reset);
    for (const said of ["maja@fjordline.example", "60 minutes", "Hi Maja,"]) expect(html).toContain(said);
    expect(text).toContain(url);
  });

  it("leads to web pages only", async () => {
    await expect(renderPasswordResetMail({ ...reset, url: "javascript:alert(1)" })).rejects.toThrow(/https/);
  });
});

describe("a mail to sign in by", () => {
  it("says whose account it is, and only the first time what becomes of the password", async () => {
    const { text } = await renderSignInLinkMail({ ...reset, minutes: 15, first: false });
    for (const said of ["maja@fjordline.example", "15 minutes", url]) expect(text).toContain(said);
    expect(text).not.toContain("no longer works");
    expect((await renderSignInLinkMail({ ...reset, first: true })).text).toContain("no longer works");
  });
});

describe("a notice of a change to an account", () => {
  it("says what, when, from where and the way out", async () => {
    const { subject, html, text } = await renderSecurityNoticeMail(notice);
    expect(subject).toBe("Somebody signed in from a new browser");
    for (const said of ["maja@fjordline.example", "23 November 2026", "UTC", "Firefox, Windows"]) {
      expect(html).toContain(said);
      expect(text).toContain(said);
    }
    expect(text).toContain(url);
  });

  it("says nothing of a browser that is not known", async () => {
    const { text } = await renderSecurityNoticeMail({ ...notice, kind: "password_changed", browser: null });
    expect(text).toContain("was changed");
    expect(text).not.toContain("Browser");
  });
});

describe("a mail about a case", () => {
  it("has the customer's words and the time to reply by, by the clocks of the workspace", async () => {
    const { subject, html, text } = await renderCaseAlertMail(alert);
    expect(subject).toBe("Åsa Öberg answered 3: the case is yours");
    expect(html).toContain("The ferry was late.<br/>Nobody told us.</blockquote>");
    expect(text).toContain("> The ferry was late.\n> Nobody told us.");
    expect(text).toContain("Reply by Tuesday, 24 November 2026 at 09:00.");
  });

  it("says how the customer asked to be contacted", async () => {
    const call = await renderCaseAlertMail({ ...alert, contact: { by: "phone", phone: "+46 8 123 45" } });
    const write = await renderCaseAlertMail({ ...alert, contact: { by: "email" } });
    for (const said of [call.html, call.text]) expect(said).toContain("+46 8 123 45");
    for (const said of [write.html, write.text]) expect(said).toContain("asks to be written to");
    expect((await renderCaseAlertMail(alert)).text).not.toContain("asks");
  });

  it("tells who stands in for whom", async () => {
    const { subject, text } = await renderCaseAlertMail({ ...alert, covered: true });
    expect(subject).toBe("Åsa Öberg answered 3");
    expect(text).toContain("Bo is away, so the case is yours meanwhile.");
    expect(text).toContain("because you stand in for Bo in Fjordline.");
  });

  it("does without a name, a comment and a time", async () => {
    const bare = { ...alert, customerName: "\r\n", comment: " ", dueAt: null };
    const { subject, html, text } = await renderCaseAlertMail(bare);
    expect(subject).toBe("A customer answered 3: the case is yours");
    expect(html).toContain("No comment was left.");
    expect(text).not.toContain("Reply by");
  });
});

describe("a mail that can be replied to", () => {
  it("says so, and to whom the words go", async () => {
    const { subject, html, text } = await renderCaseAlertMail({ ...alert, wrote: true, mayReply: true });
    expect(subject).toBe("Åsa Öberg wrote in your case");
    for (const part of [html, text]) expect(part).toMatch(/what you\s+write\s+goes\s+to\s+Åsa\s+Öberg/);
    expect((await renderCaseAlertMail(alert)).text).not.toContain("replying to this e-mail");
    const lead = await renderCaseOverdueMail({ ...alert, mayReply: true });
    expect(lead.text).toContain("replying to this e-mail");
  });

  it("and was not sent on says why, and where the words are", async () => {
    const props = { customerName: "Åsa", workspaceName: "Fjordline", url, locale: "en" as const };
    const newer = await renderReplyNotSentMail({ ...props, because: "newer" });
    expect(newer.subject).toBe("Your reply to Åsa was not sent");
    expect(newer.text).toContain("waits in the case as your draft");
    const unproven = await renderReplyNotSentMail({ ...props, because: "unverified" });
    expect(unproven.text).not.toContain("draft");
    expect(unproven.text).toContain("DKIM");
  });
});

it("a lead reads since when an answer is overdue and whose it is", async () => {
  const { subject, html, text } = await renderCaseOverdueMail(alert);
  expect(subject).toBe("Åsa Öberg is still waiting for an answer");
  expect(html).toContain("The ferry was late.<br/>Nobody told us.</blockquote>");
  expect(text).toContain("The answer was due by Tuesday, 24 November 2026 at 09:00. The case is with Bo.");
});

describe("a mail about news of cases", () => {
  it("has the most urgent in the customers' words, how many more there are, and where all of them stand", async () => {
    const { subject, html, text } = await renderCaseNewsMail(news);
    expect(subject).toBe(news.title);
    expect(html).toContain("Åsa &lt;b&gt; answered 3");
    expect(html).toContain("Late.<br/>Again.</blockquote>");
    expect(text).toContain("> Late.\n> Again.\nNobody has it.");
    expect(text).toContain("And 12 more.");
    expect(hrefsIn(html)).toEqual([
      ...[url, `${url}2`].map((one) => one.replace("&", "&amp;")),
      ...[news.queueUrl, news.settingsUrl],
    ]);
  });

  it("leads to the case where it is one", async () => {
    const { html, text } = await renderCaseNewsMail({ ...news, title: item.title, items: [item], more: 0 });
    expect(hrefsIn(html)).toEqual([url.replace("&", "&amp;"), news.settingsUrl]);
    expect(text).toContain(`Open the case:\n${url}`);
    expect(text).not.toContain("more");
  });
});

it("a mail about a channel that is off says why, what it answered, and the way out", async () => {
  const { subject, text } = await renderChannelOffMail(off);
  expect(subject).toBe("No alerts go to #nps-nordics any more");
  expect(text).toContain("The webhook is no longer there. The last answer was: 404 no_service");
  expect(text).toContain("Make a new webhook for the channel");
  const failing = await renderChannelOffMail({ ...off, because: "failing", answer: null });
  expect(failing.text).toContain("Nothing has arrived for three days.\n");
});

describe("a reply to a customer", () => {
  it("keeps what was written, paragraphs and lines, and quotes the customer below it", async () => {
    const { subject, html, text } = await renderCaseReplyMail(reply);
    expect(subject).toBe(reply.subject);
    expect(html).toContain("I am sorry.<br/>We will call you.</p>");
    expect(html.indexOf("The ferry was late.")).toBeGreaterThan(html.indexOf(">Bo</p>"));
    expect(text).toBe(`${reply.text}\n\nOn 24 November 2026 you answered 3:\n> The ferry was late.\n`);
  });

  it("escapes both, and has no controls in either", async () => {
    const answered = { ...reply.answered, comment: "</blockquote><script>\u0000" };
    const { html, text } = await renderCaseReplyMail({ ...reply, text: "<b>\r\nx\u0007", answered });
    expect(html).not.toMatch(/<b>|<script/);
    expect(html).toContain("&lt;b&gt;<br/>x</p>");
    expect(text).toMatch(/^<b>\nx\n/);
  });

  it("says the score alone when there was no comment, and nothing when there was no answer", async () => {
    const silent = await renderCaseReplyMail({ ...reply, answered: { ...reply.answered, comment: null } });
    expect(silent.text).toMatch(/you answered 3\.\n$/);
    expect((await renderCaseReplyMail({ ...reply, answered: null })).text).toBe(`${reply.text}\n`);
  });
});

describe("a digest", () => {
  it("tells in both parts the finding, the figures, what customers said, and why it comes", async () => {
    const { subject, html, text } = await renderDigestMail(sampleDigest("en"));
    expect(subject).toBe(
      "NPS +50, up 100: likely a real change · Fjordline · Team: Freight, 16–22 November 2026",
    );
    for (const said of [
      "640 of 1,412 people asked in this period have answered so far (45%).",
      "3 numbers were opened and not sent: they are set aside.",
      "2 of these answers came by a link or a kiosk, of people who were not asked.",
      "Over the 90 days to 22 November 2026: NPS +36 (+32 to +39), n = 1,400",
      "3 new cases · 1 case is overdue for a reply",
      "You get this mail every week. When there is nothing new, none comes.",
      "It was set up for you by Karin Dahl in Fjordline.",
    ]) {
      expect(html).toContain(said);
      expect(text.replace(/\s+/g, " ")).toContain(said);
    }
    expect(text).toContain(
      "> Greit nok.\n>\n> Men kaffen var kald.\nhttps://svar.example/fjordline/responses/2",
    );
  });

  it("draws who answered as wide as they are many, with a label at each", async () => {
    const { html } = await renderDigestMail(sampleDigest("en"));
    const widths = [...html.matchAll(/class="fill-(\w+)(?: gap)?" width="(\d+)%"/g)].map(
      ([, ...found]) => found,
    );
    expect(widths).toEqual([
      ["detractor", "10"],
      ["passive", "30"],
      ["promoter", "60"],
    ]);
    for (const label of ["4 detractors", "12 passives", "24 promoters"])
      expect(html).toContain(`>${label}</a>`);
  });

  it("does without answers, comments, reasons and cases", async () => {
    const sample = sampleDigest("en");
    const none = { detractors: 0, passives: 0, promoters: 0 };
    const figures = {
      ...{
        counts: none,
        before: none,
        compared: sample.figures.compared,
        verdict: { kind: "no_answers" } as const,
      },
      ...{ longer: null, asked: null, setAside: 0, notInvited: 0, reasons: [], comments: [] },
      cases: { opened: 0, overdue: 0, wentOverdue: 0 },
    };
    const { subject, html, text } = await renderDigestMail({ ...sample, figures, setUpBy: null, test: true });
    expect(subject).toMatch(/^\[Test\] No answers in this period/);
    expect(html).toContain("Nobody left a comment.");
    expect(text).toContain("No new cases");
    expect(text).not.toMatch(/NPS|NaN|–$/m);
  });
});

describe("the question whether it is solved", () => {
  it("has three links that look the same and are named for who hears them, and plain ones in the text", async () => {
    const { subject, html, text } = await renderRecoveryCheckMail(check);
    expect(subject).toBe(reply.subject);
    expect(hrefsIn(html)).toEqual([...Object.values(check.urls), check.optOutUrl]);
    const boxes = [...html.matchAll(/<a class="text"[^>]*aria-label="([^"]+)" (style="[^"]+")>([^<]+)</g)];
    expect(boxes.map(([, name, , label]) => [name, label])).toEqual([
      ["Is it solved? Yes", "Yes"],
      ["Is it solved? Partly", "Partly"],
      ["Is it solved? No", "No"],
    ]);
    expect(new Set(boxes.map(([, , style]) => style)).size).toBe(1);
    expect(text).toContain(
      "Is it solved?\n\nYes: https://svar.example/c/1/yes\nPartly: https://svar.example/c/1/partly\nNo: https://svar.example/c/1/no\n",
    );
  });

  it("is a letter from whoever closed it, with what it is about and how to be left alone", async () => {
    const { html, text } = await renderRecoveryCheckMail(check);
    expect(text).toMatch(/^Hi Åsa,\n\nWe closed this on 24 November 2026\./);
    expect(text).toContain("Kind regards,\nBo Friis\nFjordline\n");
    expect(text).toContain("On 24 November 2026 you answered 3:\n> The ferry was late.");
    expect(text).toContain("Pause or stop these questions:\nhttps://svar.example/u/1");
    expect(text.trimEnd()).toMatch(/\nStrandgaten 1, Bergen$/);
    for (const said of ["Bo Friis<br/>Fjordline", "The ferry was late.</blockquote>"])
      expect(html).toContain(said);
  });

  it("does without a name, an answer, a way to opt out and an address, and escapes what others typed", async () => {
    const bare = { ...check, firstName: null, answered: null, optOutUrl: null, postalAddress: null };
    const { html, text } = await renderRecoveryCheckMail({
      ...bare,
      senderName: "<b>\r\nBcc: x",
      companyName: "<b>",
    });
    expect(text).toMatch(/^Hello,\n/);
    expect(hrefsIn(html)).toHaveLength(3);
    expect(html).not.toContain("<b>");
    expect(text).not.toContain("you answered");
    await expect(
      renderRecoveryCheckMail({ ...check, urls: { ...check.urls, no: "javascript:alert(1)" } }),
    ).rejects.toThrow(/https/);
  });
});

it("an alert about an answer that it is not solved says so, in the customer's words", async () => {
  const again = {
    ...alert,
    recovery: "partly",
    comment: "One crate is still missing.",
    dueAt: null,
  } as const;
  const { subject, html, text } = await renderCaseAlertMail(again);
  expect(subject).toBe("Åsa Öberg says “Partly” to whether it is solved: the case is yours again");
  expect(html).toContain("One crate is still missing.</blockquote>");
  expect(text).toContain("> One crate is still missing.");
});

describe("a thank-you", () => {
  it("says what the workspace wrote, what to pass on, why it came and how to get no more", async () => {
    const { subject, html, text } = await renderThankYouMail(thanks);
    expect(subject).toBe("Thank you for your answer to Fjordline");
    expect(hrefsIn(html)).toEqual([thanks.referral.link, thanks.optOutUrl]);
    for (const said of [thanks.referral.ask, thanks.referral.link, "you answered a question from Fjordline"])
      expect([html.includes(said), text.replace(/\s+/g, " ").includes(said)], said).toEqual([true, true]);
    expect(text).toContain(thanks.optOutUrl);
    expect(text).toContain("Strandgaten 1, Bergen");
  });

  it("passes a mail address on, and nothing where nothing is asked", async () => {
    const referral = { ...thanks.referral, link: "friends@fjordline.example" };
    expect(hrefsIn((await renderThankYouMail({ ...thanks, referral })).html)[0]).toBe(
      "mailto:friends@fjordline.example",
    );
    expect(hrefsIn((await renderThankYouMail({ ...thanks, referral: null })).html)).toEqual([
      thanks.optOutUrl,
    ]);
  });

  it("takes what is written as words, and leads to pages and addresses only", async () => {
    const { html } = await renderThankYouMail({ ...thanks, words: "<script>x</script>" });
    expect(html).not.toContain("<script>");
    const bad = { ...thanks.referral, link: "javascript:alert(1)" };
    await expect(renderThankYouMail({ ...thanks, referral: bad })).rejects.toThrow(/https/);
  });
});
