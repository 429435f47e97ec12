"use client";

import { useOffline } from "next/offline";

/** Says that there is no network, while what was asked for waits for one. */
export function NoNetwork({ text }: { text: string }) {
  const offline = useOffline();
  return (
    <div aria-live="polite" className="sticky top-0 z-40 print:hidden">
      {offline && (
        <p className="bg-rail px-4 py-2 text-center text-balance text-sm font-medium text-rail-text">
          {text}
        </p>
      )}
    </div>
  );
}
