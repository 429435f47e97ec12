"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";

export type Found = { id: string; label: string; detail: string | null };

const restMs = 150;
const most = 5;

/**
 * The first cases and contacts that match what is typed, once typing rests; none below two letters. `problem` says why
 * some could not be looked for, or is null.
 */
export function useFound(
  workspace: string,
  typed: string,
): { cases: Found[]; contacts: Found[]; problem: string | null } {
  const trpc = useTRPC();
  const q = useRested(typed.trim());
  const options = { enabled: q.length >= 2 };
  const cases = useQuery(trpc.case.list.queryOptions({ workspace, view: "all", q, limit: most }, options));
  const contacts = useQuery(trpc.contact.list.queryOptions({ workspace, q, limit: most }, options));
  if (q.length < 2) return { cases: [], contacts: [], problem: null };
  return {
    problem: (cases.error ?? contacts.error)?.message ?? null,
    cases: (cases.data?.cases ?? []).map(({ id, contactName, contactEmail, comment }) => ({
      id,
      label: contactName ?? contactEmail ?? id,
      detail: comment && (comment.length > 60 ? `${comment.slice(0, 60)}…` : comment),
    })),
    contacts: (contacts.data?.contacts ?? []).map(({ id, name, email }) => ({
      id,
      label: name ?? email ?? id,
      detail: name ? email : null,
    })),
  };
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
