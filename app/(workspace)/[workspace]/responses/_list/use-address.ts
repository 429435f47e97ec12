"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** This page's address with changes to what narrows it; the page within the list is left out. */
export function useAddress(): (changes: Record<string, string>) => string {
  const path = usePathname();
  const query = useSearchParams();
  return (changes) => {
    const changed = new URLSearchParams(query);
    changed.delete("cursor");
    for (const [name, value] of Object.entries(changes)) changed.set(name, value);
    return changed.size > 0 ? `${path}?${changed}` : path;
  };
}
