"use client";

import { type RefObject, useLayoutEffect } from "react";

/**
 * Keeps an element within what the keyboard of a phone leaves to be seen, as `--shown-top` and `--shown-height`: it makes
 * neither the window nor `dvh` smaller.
 */
export function useShownPart(element: RefObject<HTMLElement | null>, active: boolean): void {
  useLayoutEffect(() => {
    const { visualViewport: shown } = window;
    const { style } = element.current ?? {};
    if (!active || !shown || !style) return;
    const follow = () => {
      style.setProperty("--shown-top", `${shown.offsetTop}px`);
      style.setProperty("--shown-height", `${shown.height}px`);
    };
    follow();
    shown.addEventListener("resize", follow);
    shown.addEventListener("scroll", follow);
    return () => {
      shown.removeEventListener("resize", follow);
      shown.removeEventListener("scroll", follow);
      style.removeProperty("--shown-top");
      style.removeProperty("--shown-height");
    };
  }, [element, active]);
}
