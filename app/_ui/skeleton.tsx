/** Stands in for content of the same height while it loads; `label` says so to screen readers, once per panel. */
export function Skeleton({ height, label }: { height: string; label?: string }) {
  return (
    <div
      role={label ? "status" : undefined}
      style={{ height }}
      className="rounded-mark border border-line bg-sunken"
    >
      {label && <span className="sr-only">{label}</span>}
    </div>
  );
}
