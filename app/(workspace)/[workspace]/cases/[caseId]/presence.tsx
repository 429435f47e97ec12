"use client";

import { useAtCase } from "../_row/presences.tsx";
import { sayPresent } from "../_row/say-present.ts";
import { usePresent } from "./use-present.ts";

/** Which colleagues look at this case or write in it now; tells them the same of its reader. */
export function Presence({ workspace, caseId }: { workspace: string; caseId: string }) {
  usePresent(workspace, caseId);
  return (
    <span role="status" className="text-sm text-warn print:hidden">
      {sayPresent(useAtCase(caseId))}
    </span>
  );
}
