import { Info } from "lucide-react";
import type { ReactNode } from "react";
import { iconButtonClass } from "#app/_ui/button-class.ts";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { words } from "./words.ts";

/** The "i" of a panel: what its figures are and how to read them. */
export function About({ title, children }: { title: string; children: ReactNode }) {
  const t = words();
  return (
    <Disclosure
      className="relative"
      summary={
        <>
          <Icon of={Info} />
          <span className="sr-only">{t("about.label", { title })}</span>
        </>
      }
      summaryClassName={iconButtonClass({ size: "small" }, "list-none [&::-webkit-details-marker]:hidden")}
      panelClassName="z-20 mt-1 grid gap-2 max-sm:fixed max-sm:inset-x-4 max-sm:top-20 max-sm:max-h-[70dvh] max-sm:overflow-y-auto sm:absolute sm:right-0 sm:w-96 animate-appear rounded-sheet border border-line on-surface bg-surface p-4 text-sm shadow-float"
    >
      {children}
    </Disclosure>
  );
}
