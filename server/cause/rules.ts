import type { causes } from "#db/schema/index.ts";

/** A cause as people read it. */
export type NamedCause = { id: string; name: string; parent: { id: string; name: string } | null };

/** Its name with that of the cause it is beneath: "Delivery › Late". */
export const pathOf = ({ name, parent }: NamedCause): string => (parent ? `${parent.name} › ${name}` : name);

/** Whether every word of `query` stands somewhere in the path, whatever its capitals and accents; all do without words. */
export function isFoundBy(cause: NamedCause, query: string): boolean {
  const path = plain(pathOf(cause));
  return plain(query)
    .split(/[\s›>/]+/)
    .every((word) => path.includes(word));
}

/** The cause whose path, or whose name where only one has it, is what was typed. */
export function namedExactly(offered: readonly NamedCause[], typed: string): NamedCause | undefined {
  const wanted = plain(typed);
  const named = offered.filter(({ name }) => plain(name) === wanted);
  return offered.find((one) => plain(pathOf(one)) === wanted) ?? (named.length === 1 ? named[0] : undefined);
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

type Row = typeof causes.$inferSelect;
/** What decides how causes stand to each other. */
export type Standing = Pick<Row, "id" | "parentId" | "name" | "place" | "retiredAt" | "mergedInto">;

/** Those beside one: beneath the same cause, or all of the first level, in their order; not what was merged. */
export function beside<Cause extends Standing>(all: readonly Cause[], parentId: string | null): Cause[] {
  return all
    .filter((one) => one.parentId === parentId && one.mergedInto === null)
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

/** In the order of the list, each followed by those beneath it; not what was merged. */
export function inOrder<Cause extends Standing>(all: readonly Cause[]): Cause[] {
  return beside(all, null).flatMap((one) => [one, ...beside(all, one.id)]);
}

/** Whether a case can be closed with it: neither it nor the one above it is retired. */
export function isOffered(one: Standing, all: readonly Standing[]): boolean {
  const above = all.find(({ id }) => id === one.parentId);
  return one.retiredAt === null && (!above || above.retiredAt === null);
}

/** Whether one of this name is offered beside: then another cannot be called so. */
export function isTaken(
  all: readonly Standing[],
  { id, name, parentId }: Pick<Standing, "name" | "parentId"> & { id?: string },
): boolean {
  return beside(all, parentId).some(
    (one) =>
      one.id !== id && one.retiredAt === null && one.name.trim().toLowerCase() === name.trim().toLowerCase(),
  );
}

/** What merging changes: where a cause stands, or what it counts as from now on. */
export type Merging = { id: string; parentId: string } | { id: string; mergedInto: string };

/**
 * What becomes of the causes when `id` becomes a part of `into`. What stood beneath it stands beneath `into`, and is
 * merged with what has its name there. Whatever was merged into one of these counts as the same as they do. Null when it
 * cannot be: the one is above the other, or there is something beneath it and `into` is of the second level.
 */
export function mergingOf(all: readonly Standing[], id: string, into: string): Merging[] | null {
  const [from, to] = [all.find((one) => one.id === id), all.find((one) => one.id === into)];
  if (!from || !to || id === into || from.mergedInto || to.mergedInto || to.parentId === id) return null;
  const beneath = beside(all, id);
  if (beneath.length > 0 && to.parentId !== null) return null;
  const moved = beneath.flatMap((one): Merging[] => {
    const like = beside(all, into).find(
      ({ name, retiredAt }) =>
        name.toLowerCase() === one.name.toLowerCase() && (retiredAt === null || one.retiredAt !== null),
    );
    return like ? countingAs(all, one.id, like.id) : [{ id: one.id, parentId: into }];
  });
  return [...moved, ...countingAs(all, id, into)];
}

const countingAs = (all: readonly Standing[], id: string, mergedInto: string): Merging[] => [
  ...all.filter((one) => one.mergedInto === id).map((one) => ({ id: one.id, mergedInto })),
  { id, mergedInto },
];
