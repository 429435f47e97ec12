import { caniemail } from "caniemail";
import { expect, it } from "vitest";
import { locales } from "#server/i18n/locales.ts";
import { textsFor } from "#server/survey/rules.ts";
import { sampleDigest } from "#server/test/sample-digest.ts";
import { renderCaseAlertMail } from "./case-alert.tsx";
import { renderCaseNewsMail } from "./case-news.tsx";
import { renderCaseOverdueMail } from "./case-overdue.tsx";
import { renderCaseReplyMail } from "./case-reply.tsx";
import { renderChannelOffMail } from "./channel-off.tsx";
import { renderDigestMail } from "./digest.tsx";
import { fillInvitation, invitationTemplate } from "./invitation.tsx";
import { renderMemberInvitationMail } from "./member-invitation.tsx";
import { renderOwnDataMail } from "./own-data.tsx";
import { renderPasswordResetMail } from "./password-reset.tsx";
import { renderPromisesDueMail } from "./promises-due.tsx";
import { renderRecoveryCheckMail } from "./recovery-check.tsx";
import { renderReplyNotSentMail } from "./reply-not-sent.tsx";
import { renderThankYouMail } from "./thank-you.tsx";

const darkOnly = "only the dark theme is in there; what a mail needs stands on its elements";
const heard = "names what the text says as well; who drops it reads the text";
const hides = "hides the line that inboxes show, in several ways, because no client knows all of them";

/** What Gmail, Outlook or Apple Mail does not know and our mails have all the same, each with why nothing is lost. */
const doesNoHarm: Record<string, string> = {
  "color-scheme CSS property": "where it is unknown the light colours stay, and hold when they are turned",
  "color-scheme meta tag": "as the property",
  "@media": darkOnly,
  "<style> element": darkOnly,
  "Attribute selector": darkOnly,
  "Class selector": darkOnly,
  "Descendant combinator": darkOnly,
  "Type selector": darkOnly,
  "aria-labelledby attribute": heard,
  "aria-label attribute": heard,
  "aria-hidden attribute": heard,
  "role attribute": heard,
  "display:none": hides,
  opacity: hides,
  overflow: hides,
  "max-height property": hides,
  "<body> element": "its colour stands on the element within as well",
  "border-radius": "the boxes have square corners there",
  "word-break": "matters to long words in very large text only",
};

const at = new Date("2026-11-24T08:00:00Z");
const timeZone = "Europe/Oslo";
const url = "https://svar.example/x/1";

async function everyMail(): Promise<string[]> {
  const made = locales.flatMap((locale) => [
    invitation(locale),
    renderCaseReplyMail({
      ...{ subject: "Re: x", text: "Dear Åsa,\n\nI am sorry.", timeZone, locale },
      answered: { score: 3, comment: "Late.", at },
    }),
    renderCaseAlertMail({
      ...{ assigneeName: "Bo", customerName: "Åsa", score: 3, comment: "Late.", contact: { by: "none" } },
      ...{ dueAt: at, timeZone, workspaceName: "Fjordline", url, locale },
    }),
    renderCaseOverdueMail({
      ...{ assigneeName: "Bo", customerName: "Åsa", comment: "Late.", dueAt: at, timeZone },
      ...{ workspaceName: "Fjordline", url, locale },
    }),
    renderReplyNotSentMail({
      ...{ customerName: "Åsa", because: "newer", workspaceName: "Fjordline", url, locale },
    }),
    renderPromisesDueMail({
      promises: [
        {
          ...{ text: "I will call.", customerName: "Åsa", insteadOf: null, url },
          ...{ standing: { kind: "today" }, dueOn: "2026-11-24" },
        },
      ],
      ...{ workspaceName: "Fjordline", url, locale },
    }),
    renderCaseNewsMail({
      ...{
        title: "2 new cases",
        more: 1,
        queueUrl: url,
        settingsUrl: url,
        workspaceName: "Fjordline",
        locale,
      },
      items: [{ title: "Åsa answered 3", words: "Late.", facts: "Nobody has it.", url }],
    }),
    renderChannelOffMail({
      ...{ channel: "#nps", because: "failing", answer: "500", workspaceName: "Fjordline", url, locale },
    }),
    renderMemberInvitationMail({
      ...{ workspaceName: "Fjordline", inviterName: "Maja", role: "agent", url, validUntil: at },
      ...{ timeZone, locale },
    }),
    renderOwnDataMail({ companyName: "Fjordline", url, until: at, timeZone, locale }),
    renderDigestMail(sampleDigest(locale)),
    renderRecoveryCheckMail({
      ...{ subject: "Re: x", companyName: "Fjordline", firstName: "Åsa", senderName: "Bo", closedAt: at },
      ...{ answered: { score: 3, comment: "Late.", at }, urls: { yes: url, partly: url, no: url } },
      ...{ optOutUrl: url, postalAddress: "Strandgaten 1, Bergen", timeZone, locale },
    }),
    renderThankYouMail({
      ...{
        companyName: "Fjordline",
        words: "Thank you, Åsa.",
        referral: { ask: "Tell a friend:", link: url },
      },
      ...{ optOutUrl: url, postalAddress: "Strandgaten 1, Bergen", locale },
    }),
    renderPasswordResetMail({ name: "Maja", email: "maja@fjordline.example", url, minutes: 60, locale }),
  ]);
  return (await Promise.all(made)).map(({ html }) => html);
}

async function invitation(locale: (typeof locales)[number]) {
  const template = await invitationTemplate({
    texts: { ...textsFor({ texts: {}, companyName: "Fjordline", locale }), intro: "You sailed with us." },
    ...{ companyName: "Fjordline", senderName: "Bo Lind", locale, kind: "invitation" },
    ...{
      postalAddress: "Strandgaten 1, Bergen",
      dataContact: "privacy@a.example",
      youSaid: "You wanted more ferries. They sail.",
    },
  });
  return fillInvitation(template, { firstName: "Maja", answerUrl: url, optOutUrl: url });
}

it("no mail has anything that Gmail, Outlook or Apple Mail lack, but what does no harm there", async () => {
  const found = new Set<string>();
  for (const html of await everyMail()) {
    const { issues } = caniemail({ clients: ["gmail.*", "outlook.*", "apple-mail.*"], html });
    for (const list of issues.errors.values()) for (const { title } of list) found.add(title);
  }
  expect([...found].sort()).toEqual(Object.keys(doesNoHarm).sort());
});
