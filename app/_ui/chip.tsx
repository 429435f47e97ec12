import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

type ChipProps = { children: ReactNode; icon?: LucideIcon; tone?: "plain" | "ok" | "warn" | "alarm" };

/** A state in words with an outline; the tone only colours them, it never says anything by itself. */
export function Chip({ children, icon, tone = "plain" }: ChipProps) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1.5 rounded-control border border-line-strong px-2 py-px text-sm",
        tones[tone],
      )}
    >
      {icon && <Icon of={icon} size={14} />}
      {children}
    </span>
  );
}

const tones = { plain: "text-muted", ok: "text-ok", warn: "text-warn", alarm: "text-alarm" };
