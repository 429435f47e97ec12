"use client";

import { Slot } from "radix-ui";
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { afterLoad } from "./after-load.ts";
import { useOnce } from "./use-once.ts";

const fetchWindow = () => import("./dialog-window.tsx");
const DialogWindow = lazy(fetchWindow);
const Closing = createContext(() => {});

type DialogProps = {
  title: string;
  description?: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** The button that opens it; leave it out where `open` is held by the caller. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/**
 * A question that must be answered before going on; on a phone it stands at the bottom edge. What shows it is fetched
 * when the page is there.
 */
export function Dialog({ trigger, open, onOpenChange, ...shown }: DialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isOpen = open ?? ownOpen;
  const wasOpen = useOnce(isOpen);
  function show(next: boolean): void {
    setOwnOpen(next);
    onOpenChange?.(next);
  }
  useEffect(() => afterLoad(() => void fetchWindow().catch(() => {})), []);
  return (
    <Closing value={() => show(false)}>
      {trigger && (
        <Slot.Root
          ref={opener}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => show(!isOpen)}
        >
          {trigger}
        </Slot.Root>
      )}
      {wasOpen && (
        <Suspense>
          <DialogWindow {...shown} id={id} open={isOpen} onOpenChange={show} opener={opener} />
        </Suspense>
      )}
    </Closing>
  );
}

/** Wraps the one button that closes the dialog around it. */
export function DialogClose({ children }: { children: ReactNode }) {
  const close = useContext(Closing);
  return <Slot.Root onClick={close}>{children}</Slot.Root>;
}
