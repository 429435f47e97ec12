import { render } from "@react-email/render";
import type { ReactElement } from "react";
import { lines, oneLine } from "./clean.ts";
import { withOutlook } from "./outlook.ts";
import { cutAtSlots, type Slotted } from "./slots.ts";

/** A mail in both its shapes. The subject is one line; no part has control characters but line feeds. */
export type MailParts = { subject: string; html: string; text: string };

/** A rendered mail. `text` is the plain-text part, written by hand: its blocks are parted by an empty line. */
export async function renderMail(mail: {
  subject: string;
  page: ReactElement;
  text: readonly (string | null)[];
}): Promise<MailParts> {
  return {
    subject: oneLine(mail.subject),
    html: lines(await renderPage(mail.page)),
    text: lines(textOf(mail.text)),
  };
}

/** The same with slots in it, rendered once and cut, for mails that go out by the thousand. */
export async function renderSlotted(mail: {
  page: ReactElement;
  text: readonly (string | null)[];
}): Promise<{ html: Slotted; text: Slotted }> {
  return {
    html: cutAtSlots(await renderPage(mail.page)).map(lines),
    text: cutAtSlots(textOf(mail.text)).map(lines),
  };
}

/** React leaves comments between pieces of text, which are nothing to a mail. */
async function renderPage(page: ReactElement): Promise<string> {
  const html = await render(page);
  return withOutlook(html.replace(/<!--.*?-->/g, ""));
}

const textOf = (blocks: readonly (string | null)[]) => `${blocks.filter(Boolean).join("\n\n")}\n`;
