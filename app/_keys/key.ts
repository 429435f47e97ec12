/**
 * One shortcut: `key` is what the key press produces, in small letters ("x", "?", "arrowleft", "escape"); on the sheet
 * alone also several ("shift+arrowright", "arrowleft/arrowright").
 */
export type Key = { key: string; label: string };

/** Keys that scroll or move within what has the focus. */
const moves = /^Arrow/;
const shifted = /^(?:[a-z]|Arrow.*)$/i;

/** Whether a key press is no shortcut: it has a modifier, was taken already, or is meant for what has the focus. */
export function isMeantForElse(event: KeyboardEvent): boolean {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (event.shiftKey && shifted.test(key)) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest("[role=dialog], [role=menu]")) return true;
  return moves.test(key) && !target.matches("body, main, a, button, summary");
}
