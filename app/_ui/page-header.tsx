import type { ReactNode } from "react";

type PageHeaderProps = {
  /** The page's one `h1`; on a dashboard the finding itself. */
  title: ReactNode;
  /** One sentence about the state of things. */
  status?: ReactNode;
  actions?: ReactNode;
  /** A link back to where this page hangs. */
  back?: ReactNode;
};

/** Title, status sentence and actions: the top of every page. */
export function PageHeader({ title, status, actions, back }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 flex-1 basis-80">
        {back && <div className="mb-2 text-sm">{back}</div>}
        <h1 className="text-2xl font-bold">{title}</h1>
        {status && <p className="mt-1 text-muted">{status}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
    </div>
  );
}
