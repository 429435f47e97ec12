"use client";

import { clsx } from "clsx";
import { type ReactNode, type RefObject, useRef } from "react";
import { useIsPhone } from "./use-is-phone.ts";
import { useModal } from "./use-modal.ts";
import { useShownPart } from "./use-shown-part.ts";

type SheetProps = {
  /** What the buttons that open it have as `aria-controls`. */
  id: string;
  label: string;
  open: boolean;
  onClose(): void;
  /** Over the whole screen instead of from below. */
  full?: boolean;
  /** What gets the focus; otherwise the sheet itself does. */
  first?: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/**
 * A part of the page that on a phone is hidden until it is opened, then a dialog above the page. Everywhere else it is in
 * its place. It is the same part either way, so what is typed in it stays.
 */
export function Sheet({ id, label, open, onClose, full = false, first, children }: SheetProps) {
  const modal = useIsPhone() && open;
  const whole = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  useModal(whole, { modal, id, onClose, first: first ?? sheet });
  useShownPart(sheet, modal && full);
  return (
    <div ref={whole} className="contents">
      {modal && !full && (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a way beside Escape and the button
        <div className="fixed inset-0 z-40 touch-none animate-appear bg-rail/60" onClick={onClose} />
      )}
      <div
        ref={sheet}
        id={id}
        {...(modal && { role: "dialog", "aria-modal": true, "aria-label": label, tabIndex: -1 })}
        data-sheet={modal ? true : undefined}
        className={clsx(
          "min-w-0 phone:fixed phone:inset-x-0 phone:z-40 phone:animate-appear phone:overflow-y-auto phone:overscroll-contain phone:bg-surface phone:[--ring-gap:var(--color-surface)]",
          full ? fullClass : fromBelowClass,
          !open && "phone:hidden",
        )}
      >
        {children}
      </div>
    </div>
  );
}

const fullClass = "phone:top-(--shown-top,0px) phone:h-(--shown-height,100dvh) phone:scroll-pt-16";

const fromBelowClass =
  "phone:bottom-0 phone:max-h-[85dvh] phone:rounded-t-sheet phone:border-t phone:border-line phone:px-4 phone:pt-2 phone:pb-[calc(1.5rem+env(safe-area-inset-bottom))] phone:shadow-float";
