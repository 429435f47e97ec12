import type { SharedView } from "#app/(public)/_share/open-share.ts";
import { followUpRows } from "#app/(workspace)/[workspace]/dashboard/follow-up-rows.ts";
import { words } from "#app/(workspace)/[workspace]/dashboard/follow-up-words.ts";
import { escapeHtml } from "#emails/escape-html.ts";

/** How customers are followed up, in the three figures that a team can do something about today; empty without cases. */
export function follow({ followUp }: SharedView["found"]): string {
  const t = words();
  if (followUp.replies.opened === 0) return "";
  const wanted = [t("inTime"), t("median"), t("open")];
  const rows = followUpRows(followUp);
  const figures = wanted.flatMap((name) => rows.find((row) => row.name === name) ?? []);
  const drawn = figures.map(
    ({ name, said }) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(said)}</dd></div>`,
  );
  return `<section class="page follow"><h2 class="sr">${escapeHtml(t("title"))}</h2><dl>${drawn.join("")}</dl></section>`;
}
