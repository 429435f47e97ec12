import type { NamedCase } from "../_act/acting.tsx";

/**
 * Moves the focus in the list beside a case on from one that leaves it: to the next one that is still there, or else to
 * the one before. Returns it, or null when there is none.
 *
 * @param cases as they stood while it was one of them
 */
export function focusAfter(id: string, cases: readonly NamedCase[]): NamedCase | null {
  const place = cases.findIndex((one) => one.id === id);
  if (place < 0) return null;
  for (const one of [...cases.slice(place + 1), ...cases.slice(0, place).reverse()]) {
    const option = document.querySelector<HTMLElement>(`[role=option][data-case="${one.id}"]`);
    if (!option) continue;
    option.focus();
    return one;
  }
  return null;
}
