/** Rows that were read, in order, and the cursor of what comes after them, or null. */
export type Held<Row> = { rows: readonly Row[]; next: string | null };

/**
 * What is held of a list when its first page was read again: that page, and of what was held whatever comes after it.
 * Where the two no longer meet, because a page or more has come in between, only the new page.
 */
export function joinPages<Row extends { id: string }>(first: Held<Row>, held: Held<Row>): Held<Row> {
  const last = first.rows.at(-1);
  const place = last ? held.rows.findIndex(({ id }) => id === last.id) : -1;
  if (place < 0 || first.next === null) return first;
  const shown = new Set(first.rows.map(({ id }) => id));
  const after = held.rows.slice(place + 1).filter(({ id }) => !shown.has(id));
  return after.length > 0 ? { rows: [...first.rows, ...after], next: held.next } : first;
}
