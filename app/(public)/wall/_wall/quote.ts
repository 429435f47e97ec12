import { dateText } from "#app/_i18n/format.ts";
import { groupName } from "#app/(public)/_share/group-name.ts";
import type { SharedView } from "#app/(public)/_share/open-share.ts";
import { t } from "#app/(public)/_share/words.ts";
import { escapeHtml } from "#emails/escape-html.ts";
import { groupOf } from "#server/nps/groups.ts";
import { shapeOf } from "./split.ts";

/** The newest comment, in the customer's own words and so in serif; empty where there is none to show. */
export function quote({ comments, found }: Pick<SharedView, "comments" | "found">): string {
  const [last] = comments;
  if (!last) return "";
  const group = groupOf(last.score);
  const day = dateText(last.answeredAt, {
    day: "numeric",
    month: "long",
    timeZone: found.workspace.timezone,
  });
  const who = [last.name ?? groupName(group), last.company, day].filter((one) => one !== null);
  return (
    `<section class="page words"><h2 class="sr">${escapeHtml(t("board.lastComment"))}</h2>` +
    `<p class="who">${shapeOf(group)}<b>${last.score}</b> <span>${escapeHtml(who.join(" · "))}</span></p>` +
    `<blockquote lang="${escapeHtml(last.locale)}" dir="auto">${escapeHtml(last.comment)}</blockquote></section>`
  );
}
