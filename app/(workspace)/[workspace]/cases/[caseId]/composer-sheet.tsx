"use client";

import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { Button, type ButtonProps } from "#app/_ui/button.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { Sheet } from "#app/_ui/sheet.tsx";
import { useAtCase } from "../_row/presences.tsx";
import { sayPresent } from "../_row/say-present.ts";
import { words } from "../words.ts";
import { useCaseSheets } from "./case-sheets.tsx";

type ComposerSheetProps = {
  caseId: string;
  label: string;
  /** What is written in, which gets the focus. */
  field: RefObject<HTMLElement | null>;
  /** The button that sends what is written in the form of this id. */
  submit: Pick<ButtonProps, "form" | "disabled" | "aria-disabled" | "children">;
  /** Where the words are kept. */
  state: ReactNode;
  children: ReactNode;
};

/** What is written, on a phone over the whole screen with its own head: closing it, where the words are kept, who else is here, sending. */
export function ComposerSheet({ caseId, label, field, submit, state, children }: ComposerSheetProps) {
  const t = words();
  const { open, close } = useCaseSheets();
  const isOpen = open === "write";
  const present = sayPresent(useAtCase(caseId));
  return (
    <Sheet id="composer" label={label} full open={isOpen} onClose={() => void close()} first={field}>
      <div className="sticky top-0 z-10 hidden min-h-14 items-center gap-2 border-b border-line bg-surface px-2 phone:flex">
        <IconButton icon={X} label={t("sheet.leave")} onClick={() => void close()} />
        <div className="min-w-0 flex-1 text-center text-sm">
          {isOpen && state}
          {isOpen && (
            <p role="status" className="text-warn">
              {present}
            </p>
          )}
        </div>
        <Button type="submit" variant="primary" {...submit} />
      </div>
      <div className="phone:p-4">{children}</div>
    </Sheet>
  );
}
