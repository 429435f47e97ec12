import type { ReactNode } from "react";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { fileAddress, type Shown, type TableName } from "./view.ts";
import { words } from "./words.ts";

type FigurePanelProps = {
  title: string;
  shown: Shown;
  /** Where its figures can be had as a file. */
  table?: TableName;
  actions?: ReactNode;
  children: ReactNode;
};

/** A part of the figures with its title, its choices and its file. */
export function FigurePanel({ title, shown, table, actions, children }: FigurePanelProps) {
  const t = words();
  return (
    <Section
      title={title}
      space="rule"
      actions={
        <>
          {actions}
          {table && (
            <TextLink
              href={fileAddress(shown, table)}
              aria-label={t("csvOf", { title })}
              className="px-1 py-1 text-sm max-sm:py-2.5"
            >
              {t("csv")}
            </TextLink>
          )}
        </>
      }
    >
      {children}
    </Section>
  );
}
