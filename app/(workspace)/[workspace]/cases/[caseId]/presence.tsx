"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useIsStale } from "#app/_live/live.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";
import { words } from "../words.ts";
import { usePresent } from "./use-present.ts";

type PresenceProps = {
  workspace: string;
  caseId: string;
  /** The position that the page was read at. */
  since: string;
};

/** Which colleagues look at this case or write in it now; tells them the same of its reader. */
export function Presence({ workspace, caseId, since }: PresenceProps) {
  const t = words();
  usePresent(workspace, caseId);
  const { data, isError, refetch } = useQuery(
    useTRPC().presence.list.queryOptions({ workspace, caseId }, { staleTime: 0, retry: false }),
  );
  const position = data?.position ?? since;
  const stale = useIsStale(position, ["presences"]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: still stale at another position, so it is asked again
  useEffect(() => {
    if (stale) refetch();
  }, [stale, position, refetch]);

  // Whoever went without a word is gone when their time is up.
  const present = isError ? [] : (data?.present ?? []);
  const lasts = Math.min(...present.map(({ lastsMs }) => lastsMs));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer begins the time anew
  useEffect(() => {
    if (!Number.isFinite(lasts)) return;
    const timer = setTimeout(() => refetch(), lasts + 100);
    return () => clearTimeout(timer);
  }, [data, lasts, refetch]);

  return (
    <span role="status" className="text-sm text-warn print:hidden">
      {present.map(({ name, doing }) => t(`presence.${doing}`, { name: firstOf(name) })).join(" · ")}
    </span>
  );
}

const firstOf = (name: string) => name.split(" ")[0]!;
