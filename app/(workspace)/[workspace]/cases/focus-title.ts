/** Moves the focus to the title of the page, from where it is read on. */
export function focusTitle(): void {
  const title = document.querySelector("h1");
  title?.setAttribute("tabindex", "-1");
  title?.focus();
}
