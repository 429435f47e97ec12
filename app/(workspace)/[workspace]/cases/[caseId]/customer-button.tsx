"use client";

import { ChevronUp } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "#app/_ui/icon.tsx";
import { words } from "../words.ts";
import { useCaseSheets } from "./case-sheets.tsx";

/** On a phone, opens what is known of the customer; the children say the most important of it. */
export function CustomerButton({ children }: { children: ReactNode }) {
  const t = words();
  const { open, show } = useCaseSheets();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={open === "customer"}
      aria-controls="customer"
      onClick={() => show("customer")}
      className="mt-4 hidden min-h-11 w-full items-center gap-3 border-y border-line py-2 text-left text-sm phone:flex"
    >
      <span className="font-medium">{t("customer")}</span>
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 text-muted">{children}</span>
      <Icon of={ChevronUp} />
    </button>
  );
}
