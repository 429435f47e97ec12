import { randomUUID } from "node:crypto";

/** A text rendered once, cut where something differs each time: `pieces[i]`, then what belongs in `slots[i]`. */
export type SlottedText<Slot extends string> = { pieces: readonly string[]; slots: readonly Slot[] };

/**
 * Renders a text with a mark for each of `slots` and cuts it there. A mark nobody can guess stands for a
 * slot while it is rendered, so no text within can pass for one.
 * @throws when a slot is nowhere in the text.
 */
export function slotted<Slot extends string>(
  slots: readonly Slot[],
  render: (marks: Record<Slot, string>) => string,
): SlottedText<Slot> {
  const secret = randomUUID().replaceAll("-", "");
  const markOf = (index: number) => `slot${secret}x${index}x`;
  const marks = Object.fromEntries(slots.map((slot, index) => [slot, markOf(index)])) as Record<Slot, string>;
  const parts = render(marks).split(new RegExp(`slot${secret}x(\\d+)x`));
  const found = parts.filter((_, place) => place % 2 === 1).map((index) => slots[Number(index)]!);
  for (const slot of slots) if (!found.includes(slot)) throw new Error(`The text has no slot "${slot}".`);
  return { pieces: parts.filter((_, place) => place % 2 === 0), slots: found };
}

/** The text with `values` in its slots, as they are: what needs escaping has been escaped. */
export function fillSlots<Slot extends string>(
  { pieces, slots }: SlottedText<Slot>,
  values: Record<Slot, string>,
): string {
  let text = pieces[0] ?? "";
  for (let place = 0; place < slots.length; place++) text += values[slots[place]!] + pieces[place + 1];
  return text;
}
