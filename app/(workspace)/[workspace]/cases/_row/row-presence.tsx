"use client";

import { clsx } from "clsx";
import { Eye, PencilLine } from "lucide-react";
import { Icon } from "#app/_ui/icon.tsx";
import { initialsOf } from "#app/_ui/initials.ts";
import { useAtCase } from "./presences.tsx";
import { sayPresent } from "./say-present.ts";

/**
 * Which colleagues are at the case of a row now; nothing while nobody is. It is no live region: whoever listens hears it
 * with the row.
 *
 * @param short initials in place of words for who looks, where there is room for no more
 */
export function RowPresence({ caseId, short }: { caseId: string; short?: boolean }) {
  const present = useAtCase(caseId);
  const [first, ...others] = present;
  if (!first) return null;
  const said = sayPresent(present);
  const more = others.length > 0 && ` +${others.length}`;
  return (
    <span
      title={short ? said : undefined}
      className={clsx(
        "inline-flex items-center gap-1 text-warn print:hidden",
        short ? "text-xs font-medium" : "text-sm",
      )}
    >
      <Icon of={first.doing === "writing" ? PencilLine : Eye} size={14} />
      {short ? (
        <>
          <span aria-hidden="true">
            {initialsOf(first.name)}
            {more}
          </span>
          <span className="sr-only">{said}</span>
        </>
      ) : (
        said
      )}
    </span>
  );
}
