import { randomUUID } from "node:crypto";

/** A text with gaps: at even places what stays, at odd places the name of the slot to fill. */
export type Slotted = readonly string[];

/** Unguessable, so that no text can bring a slot of its own. */
const secret = randomUUID();

/** The mark of a slot, to stand in a text until `cutAtSlots`. Names are letters. */
export function slot(name: string): string {
  return `\u0001${secret}${name}\u0002`;
}

/** `text` cut where its slots are. */
export function cutAtSlots(text: string): Slotted {
  return text.split(new RegExp(`\u0001${secret}([a-zA-Z]+)\u0002`));
}

/** `slotted` with `values`, as they are, in its slots. */
export function fillSlots(slotted: Slotted, values: Record<string, string>): string {
  let text = "";
  for (const [place, piece] of slotted.entries()) text += place % 2 === 0 ? piece : (values[piece] ?? "");
  return text;
}
