/**
 * For the `ref` of what a dialog holds: its first field or button has the focus from the beginning, before the dialog
 * would give it to the button that closes it.
 */
export function focusFirst(held: HTMLElement | null): void {
  held?.querySelector<HTMLElement>("input, button")?.focus();
}
