import { escapeHtml } from "#emails/escape-html.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import type { DataProtection } from "#server/legal/queries.ts";
import { documentOf, sender } from "./document.ts";
import { ownLook } from "./look.ts";

export type OwnDataView = {
  locale: Voice;
  companyName: string;
  /** Of the page's Content-Security-Policy. */
  nonce: string;
  person: { name: string | null; email: string | null };
  counts: { answers: number; mails: number; messages: number };
  contact: DataProtection;
  dataUrl: string;
  /** Where the button to erase posts to. */
  action: string;
  /** The button was pressed without the box being ticked. */
  unsure?: boolean;
};

/** What a company keeps about the reader, to download and to have erased. A whole HTML document. */
export function ownDataPage(view: OwnDataView): string {
  const { companyName: company, locale, person, counts } = view;
  const t = translator(locale, "answer");
  const title = t("ownTitle", { company });
  const items = [
    person.name,
    person.email,
    t("ownAnswers", { n: counts.answers }),
    t("ownMails", { n: counts.mails }),
    t("ownMessages", { n: counts.messages }),
  ];
  return documentOf({
    locale,
    title: view.unsure ? t("errorTitle", { title }) : title,
    nonce: view.nonce,
    style: ownLook,
    body:
      `${sender(company)}<h1>${escapeHtml(title)}</h1><p>${escapeHtml(t("ownText", { company }))}</p>` +
      `<ul>${items.map((item) => (item ? `<li dir="auto">${escapeHtml(item)}</li>` : "")).join("")}</ul>` +
      `<p><a href="${escapeHtml(view.dataUrl)}" download>${escapeHtml(t("ownDownload"))}</a></p>` +
      whom(view) +
      erasing(view),
  });
}

/** Whom to turn to: who answers for the data, and the officer, where there is one. */
function whom({ locale, contact }: OwnDataView): string {
  const t = translator(locale, "answer");
  const part = (title: string, lines: (string | null)[]) => {
    const said = lines.flatMap((line) => (line ? [escapeHtml(line).replaceAll("\n", "<br>")] : []));
    return `<h2>${escapeHtml(title)}</h2><p dir="auto">${said.join("<br>")}</p>`;
  };
  const { controllerName, controllerAddress, controllerEmail, controllerPhone } = contact;
  const { officerName, officerEmail, officerPhone } = contact;
  const officer = officerEmail && part(t("ownOfficer"), [officerName, officerEmail, officerPhone]);
  return (
    part(t("ownController"), [controllerName, controllerAddress, controllerEmail, controllerPhone]) +
    (officer ?? "")
  );
}

function erasing({ locale, action, unsure }: OwnDataView): string {
  const t = translator(locale, "answer");
  const problem = unsure
    ? `<p class="err" id="sure-problem" role="alert">${escapeHtml(t("ownSureMissing"))}</p>`
    : "";
  const state = unsure ? ` aria-invalid="true" aria-describedby="sure-problem" autofocus` : "";
  return (
    `<h2>${escapeHtml(t("ownErase"))}</h2><p>${escapeHtml(t("ownEraseText"))}</p>` +
    `<form method="post" action="${escapeHtml(action)}">${problem}` +
    `<div class="tick"><input type="checkbox" name="sure" value="yes" id="sure"${state}>` +
    `<label for="sure">${escapeHtml(t("ownSure"))}</label></div>` +
    `<p><button class="quiet">${escapeHtml(t("ownErase"))}</button></p></form>`
  );
}

/** What is said once everything is erased. A whole HTML document. */
export function erasedPage({
  companyName: company,
  locale,
  nonce,
}: Pick<OwnDataView, "companyName" | "locale" | "nonce">): string {
  const t = translator(locale, "answer");
  const title = t("ownErasedTitle");
  return documentOf({
    locale,
    title,
    nonce,
    body: `${sender(company)}<h1>${escapeHtml(title)}</h1><p role="status">${escapeHtml(t("ownErasedText", { company }))}</p>`,
  });
}
