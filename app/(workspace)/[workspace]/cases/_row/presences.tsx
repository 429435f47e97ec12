"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import { useIsStale } from "#app/_live/live.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";

export type AtCase = { id: string; name: string; doing: "viewing" | "writing" };
type AtCases = ReadonlyMap<string, readonly AtCase[]>;

const nobody: readonly AtCase[] = [];
const Present = createContext<AtCases>(new Map());

/** However many come and go: so often at most it is asked who is there. */
const spacingMs = 1_000;

type PresencesProps = {
  workspace: string;
  /** The position that the first page was read at. */
  since: string;
  children: ReactNode;
};

/** Which colleagues are at which case now, for everything below it, with one question for all of them. */
export function Presences({ workspace, since, children }: PresencesProps) {
  const { data, isError, refetch } = useQuery(
    useTRPC().presence.list.queryOptions({ workspace }, { staleTime: 0, gcTime: 0, retry: false }),
  );
  const position = data?.position ?? since;
  const stale = useIsStale(position, ["presences"]);
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: still stale at another position, so it is asked again
  useEffect(() => {
    if (!stale) return;
    const ask = () => {
      askedAt.current = performance.now();
      refetch();
    };
    const timer = setTimeout(ask, Math.max(0, askedAt.current + spacingMs - performance.now()));
    return () => clearTimeout(timer);
  }, [stale, position, refetch]);

  // Whoever went without a word is gone when their time is up.
  const present = isError ? undefined : data?.present;
  const lasts = Math.min(...(present ?? []).map(({ lastsMs }) => lastsMs));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer begins the time anew
  useEffect(() => {
    if (!Number.isFinite(lasts)) return;
    const timer = setTimeout(() => refetch(), lasts + 100);
    return () => clearTimeout(timer);
  }, [data, lasts, refetch]);

  const atCases = useMemo(() => Map.groupBy(present ?? [], ({ caseId }) => caseId), [present]);
  return <Present value={atCases}>{children}</Present>;
}

/** Which colleagues are at a case now, whoever writes first. */
export const useAtCase = (caseId: string): readonly AtCase[] => useContext(Present).get(caseId) ?? nobody;
