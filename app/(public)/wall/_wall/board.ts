import type { SharedView } from "#app/(public)/_share/open-share.ts";
import { t } from "#app/(public)/_share/words.ts";
import { sayLocked } from "#app/(workspace)/[workspace]/dashboard/shares/_shares/say-locked.ts";
import { periodInWords } from "#app/(workspace)/[workspace]/dashboard/words.ts";
import { escapeHtml } from "#emails/escape-html.ts";
import { total } from "#server/nps/groups.ts";
import { follow } from "./follow.ts";
import { quote } from "./quote.ts";
import { score } from "./score.ts";
import { trend } from "./trend.ts";
import { where } from "./where.ts";

/**
 * What a board shows: its name and what it is about, then its parts, which are one picture or, where pages turn, a
 * page each. Comments and the answers side by side share one place in the picture.
 */
export function board(shared: SharedView): string {
  const said = quote(shared);
  const cared = follow(shared.found);
  const parts = [score(shared), trend(shared), said, where(shared.found), cared];
  const shows = [said && "said", cared && "cared"].filter(Boolean).join(" ");
  return (
    `<div class="head"><h1>${escapeHtml(shared.link.name)}</h1><p>${escapeHtml(about(shared))}</p></div>` +
    `<div class="pages ${shows}">${parts.join("")}</div>`
  );
}

/** The same for an address that leads nowhere, and for one that we cannot answer for just now: a calm sentence. */
export const sentence = (title: string, text: string): string =>
  `<div class="still"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></div>`;

export const gone = (): string => sentence(t("board.gone"), t("board.goneText"));

function about({ link, view, found, named }: SharedView): string {
  return [
    link.companyName,
    ...sayLocked(link.locked, named),
    periodInWords(view),
    t("board.answers", { n: total(found.counts) }),
  ].join(" · ");
}
