"use client";

import { clsx } from "clsx";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Link } from "#app/_ui/link.tsx";
import { panelItemClass } from "./panel-item-class.ts";

type MenuProps = { trigger: ReactNode; children: ReactNode; align?: "start" | "end" };

/** Actions behind one button; `trigger` is that button, the children are `MenuItem`s. */
export function Menu({ trigger, children, align = "end" }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 animate-appear overflow-y-auto rounded-sheet border border-line on-surface bg-surface p-1.5 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type MenuItemProps = {
  /** Words, with an `Icon` before them where one helps. */
  children: ReactNode;
  /** Where it leads; otherwise `onSelect` says what it does. */
  href?: string;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
};

export function MenuItem({ children, href, onSelect, danger, disabled }: MenuItemProps) {
  return (
    <Radix.Item
      asChild={href !== undefined}
      disabled={disabled}
      onSelect={onSelect}
      className={clsx(
        panelItemClass,
        "data-highlighted:bg-sunken data-disabled:text-subtle",
        danger && "text-alarm",
      )}
    >
      {href === undefined ? children : <Link href={href}>{children}</Link>}
    </Radix.Item>
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1.5 border-t border-line" />;
}
