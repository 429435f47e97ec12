import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Chip } from "#app/_ui/chip.tsx";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("welcome");

type StepCardProps = {
  number: number;
  done: boolean;
  /** The first step that is not done. */
  next: boolean;
  title: string;
  text: string;
  children?: ReactNode;
};

/** One step: its number, its state in words, what to do. */
export function StepCard({ number, done, next, title, text, children }: StepCardProps) {
  return (
    <li className="grid grid-cols-[2.5rem_1fr] gap-x-4 border-b border-line py-6">
      <span aria-hidden="true" className="text-3xl font-bold text-subtle tabular-nums">
        {number}
      </span>
      <div className="grid justify-items-start gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="text-lg font-bold">{title}</h2>
          {done && (
            <Chip tone="ok" icon={Check}>
              {t("done")}
            </Chip>
          )}
          {next && <Chip>{t("open")}</Chip>}
        </div>
        <p className="max-w-[58ch] text-base text-muted">{text}</p>
        <div className="mt-1 flex flex-wrap gap-2 empty:hidden">{children}</div>
      </div>
    </li>
  );
}
