"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, type RefObject, useRef } from "react";
import { IconButton } from "./icon-button.tsx";

type DialogWindowProps = {
  id: string;
  title: string;
  description?: ReactNode;
  closeLabel: string;
  children: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What opens it and gets the focus when it closes; otherwise what had the focus before gets it. */
  opener: RefObject<HTMLElement | null>;
};

/** What a dialog shows while it is open. */
export default function DialogWindow({
  id,
  title,
  description,
  closeLabel,
  children,
  open,
  onOpenChange,
  opener,
}: DialogWindowProps) {
  const before = useRef<Element | null>(null);
  function focusAgain(event: Event): void {
    event.preventDefault();
    // Whoever closed it may have gone on to something else.
    if (document.activeElement !== document.body) return;
    const to = opener.current ?? before.current;
    if (to instanceof HTMLElement) to.focus();
  }
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-rail/60" />
        <Radix.Content
          id={id}
          onOpenAutoFocus={() => {
            before.current = document.activeElement;
          }}
          onCloseAutoFocus={focusAgain}
          // Radix hears the key before the field does that closes its own list with it.
          onEscapeKeyDown={(event) => isInOpenList(document.activeElement) && event.preventDefault()}
          {...(description ? {} : { "aria-describedby": undefined })}
          className="fixed z-50 max-h-[85dvh] animate-appear overflow-y-auto border border-line on-surface bg-surface p-6 shadow-float max-sm:inset-x-0 max-sm:bottom-0 max-sm:rounded-t-sheet sm:top-1/2 sm:left-1/2 sm:w-[min(32rem,calc(100vw-3rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-sheet"
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <div>
              <Radix.Title className="text-lg font-bold">{title}</Radix.Title>
              {description && (
                <Radix.Description asChild>
                  <div className="mt-1.5 text-muted">{description}</div>
                </Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton icon={X} label={closeLabel} size="small" className="-mt-1.5 -mr-2" />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const isInOpenList = (field: Element | null) => field instanceof HTMLElement && "listOpen" in field.dataset;
