"use client";

import { useRouter } from "next/navigation";
import type { Key } from "./key.ts";
import { useKeys, useListedKeys } from "./use-keys.ts";

/** Leads to an address, or goes to the element with an id: a button is pressed, a field gets the focus. */
export type PageKey = Key & ({ href: string } | { at: string });

/** Renders nothing; the shortcuts of a page, for pages that are made on the server. */
export function PageKeys({ title, keys }: { title: string; keys: readonly PageKey[] }) {
  const router = useRouter();
  const lead = (href: string) => {
    if (href !== location.pathname + location.search) router.push(href, { scroll: false });
  };
  useKeys(
    title,
    keys.map((one) => ({ ...one, run: () => ("at" in one ? goTo(one.at) : lead(one.href)) })),
  );
  return null;
}

/** Renders nothing; keys of a part of the page that takes them itself while it has the focus. */
export function PartKeys({ title, keys }: { title: string; keys: readonly Key[] }) {
  useListedKeys(title, keys);
  return null;
}

function goTo(id: string) {
  const element = document.getElementById(id);
  const folded = element?.closest("details");
  if (folded) folded.open = true;
  if (element instanceof HTMLButtonElement) element.click();
  else element?.focus();
}
