import type { Ctx } from "#server/context.ts";
import type { Counts } from "#server/nps/groups.ts";
import { segmentsOf } from "#server/nps/segments.ts";
import { countByWithBefore } from "#server/response/count-by.ts";
import type { Dimension } from "#server/response/cuts.ts";
import { type Choices, namesOf } from "#server/response/list-choices.ts";
import type { ResponseFilter } from "#server/response/schema.ts";

/** What parts are laid side by side by when nobody chose: the first of these that has two or more; then attributes. */
const preferred: readonly Dimension[] = ["team", "touchpoint", "employee"];

type Asked = {
  filter: ResponseFilter;
  /** The days it is compared with. */
  before: Pick<ResponseFilter, "from" | "to"> | null;
  /** What was asked to lay them side by side by. */
  asked: string | undefined;
  whole: Counts;
};

/**
 * The answers of a view (`whole`) side by side by one thing, highest shrunk score first, each beside the rest and
 * with its own answers before (null without any); null where they differ by nothing.
 */
export async function listParts(
  ctx: Ctx,
  { filter, before, asked, whole }: Asked,
  choices: readonly Choices[],
) {
  const offered = partible(choices);
  const by =
    offered.find((dimension) => dimension === asked) ??
    preferred.find((dimension) => offered.includes(dimension)) ??
    offered.find((dimension) => dimension.startsWith("attribute:")) ??
    offered[0];
  if (!by) return null;
  const { parts, early } = await countByWithBefore(ctx, filter, before, by);
  const names = await namesOf(ctx, [{ dimension: by, values: parts.map(({ value }) => value) }]);
  const named = parts.map((part) => ({
    ...part,
    name: names.get(`${by} ${part.value}`) ?? null,
    before: early.get(part.value) ?? null,
  }));
  return { by, offered, segments: segmentsOf(named, whole) };
}

/** What tells answers apart; the reasons are told of elsewhere, for one answer may have several. */
const partible = (choices: readonly Choices[]): Dimension[] =>
  choices
    .filter(({ dimension, values }) => dimension !== "driver" && values.length > 1)
    .map(({ dimension }) => dimension);
