type Page<Row> = { cases: readonly Row[]; next: string | null };

/** One of the cases beside another; `cursor`: of the page of the list that it stands on, undefined for the first. */
export type Step<Row> = { one: Row | null | undefined; cursor: string | undefined };

/**
 * The cases before and after one in its queue, as far as the page of it at hand shows them: null where the queue ends,
 * undefined where another page would have to be read.
 *
 * @param cursor that of the page, undefined for the first
 */
export function besideIn<Row extends { id: string }>(
  page: Page<Row>,
  caseId: string,
  cursor: string | undefined,
): { previous: Step<Row>; next: Step<Row> } {
  const { cases } = page;
  const place = cases.findIndex(({ id }) => id === caseId);
  if (place < 0) return { previous: { one: undefined, cursor }, next: { one: undefined, cursor } };
  const before = place > 0 ? cases[place - 1] : cursor ? undefined : null;
  const after = place < cases.length - 1 ? cases[place + 1] : page.next ? undefined : null;
  return {
    previous: { one: before, cursor: place > 0 ? cursor : undefined },
    next: { one: after, cursor: after === undefined ? (page.next ?? undefined) : cursor },
  };
}
