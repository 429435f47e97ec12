"use client";

import { Slot } from "radix-ui";
import {
  createContext,
  type KeyboardEvent,
  lazy,
  type PointerEvent,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { afterLoad } from "./after-load.ts";
import type { MenuItemProps, MenuParts } from "./menu-window.tsx";
import { useOnce } from "./use-once.ts";

const fetchWindow = () => import("./menu-window.tsx");
const MenuWindow = lazy(fetchWindow);
const Parts = createContext<MenuParts | null>(null);

type MenuProps = { trigger: ReactNode; children: ReactNode; align?: "start" | "end" };

/**
 * Actions behind one button; `trigger` is that button, the children are `MenuItem`s. What shows them is fetched when the
 * page is there.
 */
export function Menu({ trigger, children, align = "end" }: MenuProps) {
  const [open, setOpen] = useState(false);
  const [here, setHere] = useState(false);
  const shown = useOnce(open || here);
  const opener = useRef<HTMLButtonElement>(null);
  const byKeys = useRef(false);
  const id = useId();
  useEffect(
    () =>
      afterLoad(
        () =>
          void fetchWindow().then(
            () => setHere(true),
            () => {},
          ),
      ),
    [],
  );

  function press(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0 || event.ctrlKey || opener.current?.disabled) return;
    // The button would take the focus from the menu that it opens.
    if (!open) event.preventDefault();
    byKeys.current = false;
    setOpen(!open);
  }
  function pressKey(event: KeyboardEvent): void {
    if (!["Enter", " ", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    byKeys.current = true;
    setOpen(event.key === "ArrowDown" || !open);
  }
  return (
    <span className="relative inline-flex">
      <Slot.Root
        ref={opener}
        id={id}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerDown={press}
        onKeyDown={pressKey}
        // Some aids only click.
        onClick={({ detail }) => detail === 0 && setOpen(!open)}
      >
        {trigger}
      </Slot.Root>
      {shown && (
        <Suspense>
          <MenuWindow
            labelledBy={id}
            align={align}
            open={open}
            onOpenChange={setOpen}
            opener={opener}
            byKeys={byKeys}
            show={(parts) => <Parts value={parts}>{children}</Parts>}
          />
        </Suspense>
      )}
    </span>
  );
}

/** One action. It happens when the menu is gone and its button has the focus again. */
export function MenuItem(item: MenuItemProps) {
  const { Item } = useParts();
  return <Item {...item} />;
}

export function MenuSeparator() {
  const { Separator } = useParts();
  return <Separator />;
}

function useParts(): MenuParts {
  const parts = useContext(Parts);
  if (!parts) throw new Error("an item needs a Menu around it");
  return parts;
}
