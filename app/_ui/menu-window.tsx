"use client";

import { clsx } from "clsx";
import { DropdownMenu as Radix } from "radix-ui";
import { createContext, type ReactNode, type RefObject, useCallback, useContext, useRef } from "react";
import { Link } from "./link.tsx";
import { panelItemClass } from "./panel-item-class.ts";

export type MenuItemProps = {
  /** Words, with an `Icon` before them where one helps. */
  children: ReactNode;
  /** Where it leads; otherwise `onSelect` says what it does. */
  href?: string;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
};

/** What a menu is made of. */
export type MenuParts = { Item(item: MenuItemProps): ReactNode; Separator(): ReactNode };

const Choosing = createContext<(run: () => void) => void>(() => {});

type MenuWindowProps = {
  labelledBy: string;
  align: "start" | "end";
  open: boolean;
  onOpenChange: (open: boolean) => void;
  opener: RefObject<HTMLElement | null>;
  /** Whether a key opened it: then its first item has the focus. */
  byKeys: RefObject<boolean>;
  show(parts: MenuParts): ReactNode;
};

/** What a menu shows while it is open. */
export default function MenuWindow({
  labelledBy,
  align,
  open,
  onOpenChange,
  opener,
  byKeys,
  show,
}: MenuWindowProps) {
  // Radix knows of keys only what was pressed since it is there, which may be after the one that opened it.
  const focusFirst = useCallback(
    (content: HTMLElement | null) => {
      if (!content || !byKeys.current) return;
      const first = content.querySelector<HTMLElement>("[role=menuitem]:not([data-disabled])");
      requestAnimationFrame(() => first?.focus());
    },
    [byKeys],
  );
  const chosen = useRef<(() => void) | null>(null);
  function goOn(event: Event): void {
    event.preventDefault();
    // Whoever pressed something else has the focus there already.
    if (chosen.current || document.activeElement === document.body) opener.current?.focus();
    chosen.current?.();
    chosen.current = null;
  }
  return (
    <Choosing
      value={(run) => {
        chosen.current = run;
      }}
    >
      <Radix.Root modal={false} open={open} onOpenChange={onOpenChange}>
        <Radix.Trigger asChild>
          {/* Radix places the menu beside its own trigger; the button that is seen was there before Radix. */}
          <span aria-hidden tabIndex={-1} className="pointer-events-none absolute inset-0" />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            ref={focusFirst}
            aria-labelledby={labelledBy}
            align={align}
            sideOffset={6}
            collisionPadding={8}
            onCloseAutoFocus={goOn}
            className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 animate-appear overflow-y-auto rounded-sheet border border-line on-surface bg-surface p-1.5 shadow-float"
          >
            {show(parts)}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Choosing>
  );
}

const parts: MenuParts = {
  Item({ children, href, onSelect, danger, disabled }) {
    const choose = useContext(Choosing);
    return (
      <Radix.Item
        asChild={href !== undefined}
        disabled={disabled}
        onSelect={() => onSelect && choose(onSelect)}
        className={clsx(
          panelItemClass,
          "data-highlighted:bg-sunken data-disabled:text-subtle",
          danger && "text-alarm",
        )}
      >
        {href === undefined ? children : <Link href={href}>{children}</Link>}
      </Radix.Item>
    );
  },
  Separator: () => <Radix.Separator className="my-1.5 border-t border-line" />,
};
