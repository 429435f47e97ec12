import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

type NoticeProps = {
  tone?: "info" | "ok" | "warn" | "alarm";
  /** The tone in a word or two: "Note", "Not sent". */
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Set it when the notice appears after the page has loaded, so that it is read out. */
  live?: boolean;
};

/** A message about the system's state: icon, words, and what to do next. */
export function Notice({ tone = "info", title, children, actions, live }: NoticeProps) {
  const { icon, className } = tones[tone];
  return (
    <div
      role={live ? (tone === "alarm" ? "alert" : "status") : undefined}
      className="flex flex-wrap items-start gap-x-4 gap-y-3 rounded-control border border-line-strong bg-surface p-4 text-sm"
    >
      <div className="flex min-w-0 flex-1 basis-64 gap-3">
        <Icon of={icon} size={20} className={className} />
        <div className="min-w-0">
          <p className="font-bold">{title}</p>
          {children && <div className="mt-0.5 max-w-[66ch]">{children}</div>}
        </div>
      </div>
      {actions}
    </div>
  );
}

const tones = {
  info: { icon: Info, className: "text-muted" },
  ok: { icon: CircleCheck, className: "text-ok" },
  warn: { icon: TriangleAlert, className: "text-warn" },
  alarm: { icon: CircleAlert, className: "text-alarm" },
};
