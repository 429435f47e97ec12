import { Component, createRef, type ReactNode } from "react";
import { flushSync } from "react-dom";

/**
 * Keeps what is read where it is on the screen when something above it grows or shrinks with a new reading of the page;
 * browsers do so only sometimes, and Safari never. A class, since no hook runs before the page is changed.
 */
export class KeepPlace extends Component<{ children: ReactNode }> {
  place = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(): number | null {
    const { current } = this.place;
    return current && isRead(current) ? current.getBoundingClientRect().top : null;
  }

  override componentDidUpdate(_props: unknown, _state: unknown, before: number | null): void {
    const now = this.place.current?.getBoundingClientRect().top;
    if (before !== null && now !== undefined && now !== before)
      scrollBy({ top: now - before, behavior: "instant" });
  }

  override render() {
    return (
      <div ref={this.place} data-keeps-place className="scroll-mt-6">
        {this.props.children}
      </div>
    );
  }
}

/** Makes a change of a part above, which what is read here knows nothing of, and keeps what is read where it is. */
export function keepingPlace(change: () => void): void {
  const read = [...document.querySelectorAll<HTMLElement>("[data-keeps-place]")].find(isRead);
  const before = read?.getBoundingClientRect().top;
  flushSync(change);
  const now = read?.getBoundingClientRect().top;
  if (before !== undefined && now !== undefined && now !== before)
    scrollBy({ top: now - before, behavior: "instant" });
}

/** Whether a list is being read: its top is scrolled out of view, or focus or a selection is in it. */
export function isRead(place: HTMLElement): boolean {
  const selection = getSelection();
  const isSelected = selection !== null && !selection.isCollapsed && place.contains(selection.anchorNode);
  return place.getBoundingClientRect().top < 0 || place.contains(document.activeElement) || isSelected;
}
