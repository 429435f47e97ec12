import type { Counts } from "#server/nps/groups.ts";
import { segmentsOf } from "#server/nps/segments.ts";
import type { Part } from "#server/response/count-by.ts";
import type { Dimension } from "#server/response/cuts.ts";
import type { Choices } from "#server/response/list-choices.ts";

/** What parts are laid side by side by when nobody chose: the first of these that has two or more; then attributes. */
const preferred: readonly Dimension[] = ["team", "touchpoint", "employee"];

/** By what the parts of a view are laid side by side, and by what else they could be. */
export type Cut = { by: Dimension; offered: Dimension[] };

/** The cut that was `asked` for, or the one that says most; null where answers differ by nothing. */
export function cutOf(asked: string | undefined, choices: readonly Choices[]): Cut | null {
  const offered = partible(choices);
  const by =
    offered.find((dimension) => dimension === asked) ??
    preferred.find((dimension) => offered.includes(dimension)) ??
    offered.find((dimension) => dimension.startsWith("attribute:")) ??
    offered[0];
  return by ? { by, offered } : null;
}

/**
 * The answers of a view (`whole`) side by side by one thing, highest shrunk score first, each beside the rest and
 * with its own answers before (null without any); null where they differ by nothing.
 */
export function listParts(cut: Cut | null, parts: ReadonlyMap<Dimension, readonly Part[]>, whole: Counts) {
  return cut && { ...cut, segments: segmentsOf(parts.get(cut.by) ?? [], whole) };
}

/** What tells answers apart; the reasons are told of elsewhere, for one answer may have several. */
const partible = (choices: readonly Choices[]): Dimension[] =>
  choices
    .filter(({ dimension, values }) => dimension !== "driver" && values.length > 1)
    .map(({ dimension }) => dimension);
