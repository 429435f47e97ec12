"use client";

import { type ReactNode, useEffect, useRef } from "react";

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  className?: string;
  summaryClassName?: string;
  panelClassName?: string;
};

/**
 * A panel that its own button shows and hides, made of `details` and so at work before JavaScript is.
 * Escape, a press elsewhere and following a link in it close it.
 */
export function Disclosure({
  summary,
  children,
  className,
  summaryClassName,
  panelClassName,
}: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const element = details.current;
    if (!element) return;

    function closeFromOutside({ target }: PointerEvent) {
      if (element?.open && target instanceof Node && !element.contains(target)) element.open = false;
    }
    function closeOnEscape(event: KeyboardEvent) {
      if (event.key !== "Escape" || !element?.open) return;
      event.preventDefault();
      element.open = false;
      element.querySelector("summary")?.focus();
    }
    function closeOnLink({ target }: MouseEvent) {
      if (element && target instanceof Element && target.closest("a[href]")) element.open = false;
    }

    document.addEventListener("pointerdown", closeFromOutside);
    element.addEventListener("keydown", closeOnEscape);
    element.addEventListener("click", closeOnLink);
    return () => {
      document.removeEventListener("pointerdown", closeFromOutside);
      element.removeEventListener("keydown", closeOnEscape);
      element.removeEventListener("click", closeOnLink);
    };
  }, []);

  return (
    <details ref={details} className={className}>
      <summary className={summaryClassName}>{summary}</summary>
      <div className={panelClassName}>{children}</div>
    </details>
  );
}
