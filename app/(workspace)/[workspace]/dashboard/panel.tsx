import type { ReactNode } from "react";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { About } from "./about.tsx";
import type { PanelName, Places } from "./places.ts";
import { words } from "./words.ts";

type PanelProps = {
  title: string;
  /** Where its figures can be had as a file. */
  name?: PanelName;
  places: Places;
  /** How to read it, behind the "i". */
  about: ReactNode;
  actions?: ReactNode;
  space?: "air" | "rule" | "none";
  children: ReactNode;
};

/** A part of the dashboard with its title, its own choices, its figures as a file, and the "i" that explains it. */
export function Panel({ title, name, places, about, actions, space, children }: PanelProps) {
  const t = words();
  const file = name && places.file?.(name);
  return (
    <Section
      title={title}
      space={space}
      actions={
        <>
          {actions}
          {file && (
            <TextLink
              href={file}
              aria-label={t("csv.of", { title })}
              className="px-1 py-1 text-sm max-sm:py-2.5"
            >
              {t("csv.label")}
            </TextLink>
          )}
          <About title={title}>{about}</About>
        </>
      }
    >
      {children}
    </Section>
  );
}
