"use client";

import { clsx } from "clsx";
import { PanelRightClose, PanelRightOpen, X } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { Sheet } from "#app/_ui/sheet.tsx";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";
import { useCaseSheets } from "./case-sheets.tsx";

/**
 * What is known beside the dialogue, on a phone on a sheet from below. Where it stands in a column of its own it can be
 * folded away; as it was left, it is found at the next case.
 */
export function ContextCard({ title, children }: { title: string; children: ReactNode }) {
  const t = words();
  const id = useId();
  const { context } = useActing();
  const sheets = useCaseSheets();
  const [open, setOpen] = useState(context.current);
  function fold() {
    context.current = !open;
    setOpen(!open);
  }
  return (
    <aside aria-label={title} data-folded={open ? undefined : true} className="min-w-0">
      <Sheet
        id="customer"
        label={title}
        open={sheets.open === "customer"}
        onClose={() => void sheets.close()}
      >
        <div className="mb-2 flex min-h-6 items-center justify-between phone:sticky phone:top-0 phone:-mt-2 phone:bg-surface phone:py-1">
          <h2 className={clsx("text-sm font-medium text-muted", !open && "lg:sr-only")}>{title}</h2>
          <IconButton
            icon={open ? PanelRightClose : PanelRightOpen}
            label={t(open ? "pane.fold" : "pane.unfold")}
            aria-expanded={open}
            aria-controls={id}
            size="small"
            className="-my-2 -mr-2 max-lg:hidden print:hidden"
            onClick={fold}
          />
          <span className="-mr-2 hidden phone:block">
            <IconButton icon={X} label={t("sheet.close")} onClick={() => void sheets.close()} />
          </span>
        </div>
        <div id={id} className={clsx(!open && "lg:hidden print:block")}>
          {children}
        </div>
      </Sheet>
    </aside>
  );
}
