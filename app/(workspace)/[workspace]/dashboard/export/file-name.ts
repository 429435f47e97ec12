import { sayDimension } from "../../_filter/say.ts";
import { words as followUpWords } from "../follow-up-words.ts";
import type { PanelName, Shown } from "../places.ts";
import { trendTitle } from "../trend.tsx";
import { words } from "../words.ts";

/** What the file of a panel is called, without its ending: as the panel is on the page, and of which days. */
export function fileName(panel: PanelName, shown: Shown): string {
  const { from, to } = shown.found.days;
  return [titleOf(panel, shown), from, to].filter(Boolean).join(" ");
}

function titleOf(panel: PanelName, shown: Shown): string {
  const t = words();
  if (panel === "split") return t("split");
  if (panel === "trend") return trendTitle(shown);
  if (panel === "mentions") return t("mentions.title");
  const { parts } = shown.found;
  if (panel === "parts") return [t("parts.title"), parts && sayDimension(parts.by)].filter(Boolean).join(" ");
  return followUpWords()("title");
}
