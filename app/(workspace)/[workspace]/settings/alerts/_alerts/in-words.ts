import { listText } from "#app/_i18n/format.ts";
import { alertKinds } from "#server/alert/choices.ts";
import type { AlertKind, Pace, Scope } from "#server/alert/schema.ts";
import { t } from "./words.ts";

export type Described = {
  kinds: readonly AlertKind[];
  scope: Scope;
  /** The team's name, where it is about one. */
  team: string | null;
  pace: Pace;
  most: number;
};

/**
 * An alert as a sentence: "Tell #nps-nordics at once about new cases of team Nord; at most 10 messages an hour, then bundled."
 *
 * @param channel the name of the channel; null for one's own mail
 */
export function alertInWords({ kinds, scope, team, pace, most }: Described, channel: string | null): string {
  const nouns = alertKinds.filter((kind) => kinds.includes(kind)).map((kind) => t(`noun.${kind}`));
  const whose = scope === "team" ? t("whose.team", { team: team ?? "…" }) : t(`whose.${scope}`);
  const what = t("what", { kinds: nouns.length > 0 ? listText(nouns) : "…", whose });
  const reader = channel ?? t("me");
  return pace === "at_once"
    ? t("sentence.at_once", { reader, what, most })
    : t(`sentence.${pace}`, { reader, what });
}
