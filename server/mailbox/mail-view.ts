import { type Html, html } from "./html.ts";
import type { CaughtAddress, CaughtMail } from "./read.ts";
import { replyOf } from "./reply.ts";

export type View = "html" | "text" | "source";

export type MailViewOptions = {
  view: View;
  search: string;
  source: string;
  /** What was typed into the answer and could not be sent, with the reason. */
  failed: { text: string; reason: string } | null;
  sent: boolean;
};

/** One mail: its head, the chosen view of its body, and the form to answer it as its recipient. */
export function mailView(mail: CaughtMail, options: MailViewOptions): Html {
  const unsubscribe = /<(https?:[^>]+)>/.exec([mail.headers["list-unsubscribe"]].flat().join(" "))?.[1];
  return html`<article>
<p class="back"><a href="/${query(options.search)}">All mails</a></p>
<h2>${mail.subject || "(no subject)"}</h2>
<dl>
${row("From", people(mail.from))}
${row("To", people(mail.to) || mail.envelope.to.join(", "))}
${row("Reply to", people(mail.replyTo))}
${row("Sent", html`<time datetime="${mail.at}" data-long>${mail.at}</time>`)}
${row("Unsubscribe", unsubscribe && html`<a href="${unsubscribe}" target="_blank" rel="noopener noreferrer">${unsubscribe}</a>`)}
${row("Attached", mail.attachments.map(({ filename, mimeType, bytes }) => `${filename ?? mimeType} (${bytes} bytes)`).join(", "))}
</dl>
<p class="views">${(["html", "text", "source"] as const).map((view) => tab(mail, view, options))}</p>
${body(mail, options)}
${answerForm(mail, options)}
</article>`;
}

function row(name: string, value: Html | string | undefined): Html | null {
  return value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : null;
}

const labels: Record<View, string> = { html: "HTML", text: "Plain text", source: "Headers and source" };

function tab(mail: CaughtMail, view: View, { view: current, search }: MailViewOptions): Html | null {
  if (view !== "source" && mail[view] === null) return null;
  const href = `/mail/${mail.id}${query(search, view)}`;
  return html`<a href="${href}" ${view === current ? html`aria-current="true"` : null}>${labels[view]}</a> `;
}

/** Scripts and forms of the mail do not run; its links open in a new tab. */
function body(mail: CaughtMail, { view, source }: MailViewOptions): Html {
  if (view === "html") {
    return html`<iframe title="The mail" src="/mail/${mail.id}/html" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  }
  return html`<pre class="${view}">${view === "text" ? linked(mail.text ?? "") : source}</pre>`;
}

/** Plain text with its web addresses as links. */
function linked(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) =>
      index % 2
        ? html`<a href="${part}" target="_blank" rel="noopener noreferrer">${part}</a>`
        : html`${part}`,
    );
}

function answerForm(mail: CaughtMail, { search, failed, sent }: MailViewOptions): Html | null {
  const reply = replyOf(mail);
  if (!reply) return null;
  return html`<form class="answer" method="post" action="/mail/${mail.id}/reply${query(search)}">
<h3>Answer as ${reply.as.name || reply.as.address}</h3>
${sent ? html`<p class="sent" role="status">Sent to ${reply.to.address}.</p>` : null}
${failed ? html`<p class="failed" role="alert">Not sent: ${failed.reason} Your text is still here.</p>` : null}
<label for="text">Goes to ${reply.to.address} by SMTP, as from an ordinary mail program</label>
<textarea id="text" name="text" rows="5" required>${failed?.text}</textarea>
<button>Send the answer</button>
</form>`;
}

function people(addresses: CaughtAddress[]): string {
  return addresses.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(", ");
}

function query(search: string, view?: View): string {
  const parts = new URLSearchParams({
    ...(search ? { q: search } : {}),
    ...(view ? { view } : {}),
  }).toString();
  return parts && `?${parts}`;
}
