import type { ReactNode } from "react";

type EmptyStateProps = {
  title: string;
  /** What will stand here, and how to get it there. */
  children: ReactNode;
  actions?: ReactNode;
  /** A pencil drawing of the panel to come, such as `ListDrawing`. */
  drawing?: ReactNode;
  level?: 2 | 3;
};

/** A place without content yet: it shows what will come and the next step. */
export function EmptyState({ title, children, actions, drawing, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="grid max-w-xl justify-items-start gap-4 py-6">
      {drawing}
      <div className="grid gap-1">
        <Heading className="text-lg font-bold">{title}</Heading>
        <div className="max-w-[66ch] text-base text-muted">{children}</div>
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
