"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

type UseModal = {
  /** Whether it stands above the page now. */
  modal: boolean;
  /** The id of what stands there; the buttons that open it have it as `aria-controls`. */
  id: string;
  onClose(): void;
  /** What gets the focus; otherwise the element itself does. */
  first?: RefObject<HTMLElement | null>;
};

/**
 * What makes a part of the page a dialog while it stands above the rest: the rest cannot be reached, Escape closes, and
 * the focus goes in and back. Radix does so only for what it moves out of its place in the page.
 */
export function useModal(
  element: RefObject<HTMLElement | null>,
  { modal, id, onClose, first }: UseModal,
): void {
  const held = useRef(new Set<HTMLElement>());
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useLayoutEffect(() => {
    const whole = element.current;
    if (!modal || !whole) return;
    const others = held.current;
    const opener = document.activeElement;
    (first?.current ?? whole).focus({ preventScroll: true });
    holdOthers(whole, document.body, others);
    return () => {
      for (const one of others) one.inert = false;
      others.clear();
      focusAgain(opener, id);
    };
  }, [modal, id, element, first]);

  // What is read again beneath may bring what was not there before; beside `main` come dialogs of its own.
  useLayoutEffect(() => {
    const main = element.current?.closest("main");
    if (modal && element.current && main) holdOthers(element.current, main, held.current);
  });

  useEffect(() => {
    if (!modal) return;
    const pressed = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (target !== document.body && !(target instanceof Node && element.current?.contains(target))) return;
      event.preventDefault();
      close.current();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [modal, element]);
}

/**
 * Makes inert what stands in `root` beside the element or beside what it is in, except messages, which come above
 * everything, and what somebody else holds, who lets go of it.
 */
function holdOthers(element: HTMLElement, root: HTMLElement, held: Set<HTMLElement>): void {
  for (let at = element; at !== root && at.parentElement; at = at.parentElement)
    for (const one of at.parentElement.children) {
      if (one === at || !(one instanceof HTMLElement)) continue;
      if (one.inert || one.matches("[aria-live], script, style")) continue;
      one.inert = true;
      held.add(one);
    }
}

/** A button that was touched may not have got the focus (Safari); then the one that opens it gets it. */
function focusAgain(opener: Element | null, id: string): void {
  if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus();
  if (document.activeElement === document.body || document.activeElement === null)
    document.querySelector<HTMLElement>(`[aria-controls="${id}"]`)?.focus();
}
