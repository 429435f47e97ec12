import { type Html, html } from "./html.ts";
import { type MailViewOptions, mailView } from "./mail-view.ts";
import type { CaughtMail } from "./read.ts";
import type { MailSummary } from "./store.ts";

export type PageOptions = {
  mails: MailSummary[];
  search: string;
  shown: { mail: CaughtMail; options: MailViewOptions } | null;
};

/** The whole page: the list beside the mail it shows. On a narrow screen either the one or the other. */
export function page({ mails, search, shown }: PageOptions): Html {
  const title = shown ? shown.mail.subject || "(no subject)" : "Local mailbox";
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Svar mailbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/base.css">
<link rel="stylesheet" href="/page.css">
<script src="/page.js" defer></script>
</head>
<body class="${shown ? "mail-shown" : "list-shown"}">
<aside>
<header>
<h1><a href="/">Local mailbox</a></h1>
<p>Every mail that Svar sends on this machine. None of it leaves.</p>
<form action="/" role="search">
<label for="q">Find by address or subject</label>
<input id="q" name="q" type="search" value="${search}" autocomplete="off">
</form>
</header>
<nav id="list" class="list" aria-label="Mails" data-shown="${shown?.mail.id}" data-search="${search}">${mailList(mails, search, shown?.mail.id)}</nav>
</aside>
<main>${shown ? mailView(shown.mail, shown.options) : nothingShown(mails.length)}</main>
</body>
</html>`;
}

/** The inside of the list, which the page replaces when mail comes in. */
export function mailList(mails: MailSummary[], search: string, shownId?: string): Html {
  if (mails.length === 0) {
    return html`<p class="empty">${search ? "No mail matches. Look for a part of an address or a subject." : "No mail yet. Send an invitation or a test in Svar, and it appears here."}</p>`;
  }
  return html`<p class="count">${mails.length === 1 ? "1 mail" : `${mails.length.toLocaleString("en")} mails`}</p><ol>${mails.map((mail) => entry(mail, search, shownId))}</ol>`;
}

function entry(mail: MailSummary, search: string, shownId?: string): Html {
  const query = search ? `?q=${encodeURIComponent(search)}` : "";
  return html`<li><a href="/mail/${mail.id}${query}" ${mail.id === shownId ? html`aria-current="page"` : null}>
<span class="to">${mail.to.join(", ") || "(nobody)"}</span>
<time datetime="${mail.at}">${shortTime(mail.at)}</time>
<span class="subject">${mail.subject || "(no subject)"}</span>
<span class="from">${mail.from}</span>
</a></li>`;
}

/** UTC for readers without JavaScript; page.js puts it into the reader's own time. */
function shortTime(at: string): string {
  return `${at.slice(5, 10)} ${at.slice(11, 16)}`;
}

function nothingShown(count: number): Html {
  return html`<p class="hint">${count > 0 ? "Choose a mail to read it, follow its links, or answer it as its recipient." : "Mails are shown here."}</p>`;
}
