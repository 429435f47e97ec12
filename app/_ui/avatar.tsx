import { initialsOf } from "./initials.ts";

/** A person's initials; decoration when the name stands beside it, otherwise named by it. */
export function Avatar({ name, alone }: { name: string; alone?: boolean }) {
  return (
    <span
      {...(alone ? { role: "img", "aria-label": name } : { "aria-hidden": true })}
      className="inline-flex size-7 shrink-0 items-center justify-center rounded-full border border-line-strong bg-sunken text-xs font-medium text-text"
    >
      {initialsOf(name)}
    </span>
  );
}
