"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Words } from "#app/_i18n/words.ts";

const pauseMs = 20_000;

/**
 * Reads the page again every 20 seconds while somebody looks at it, and says when that does not work. The server is
 * asked first whether it is there: a router that is refreshed without one would leave the page.
 */
export function KeepFresh({ token, words }: { token: string; words: Words<"refreshed" | "lost"> }) {
  const router = useRouter();
  const [lost, setLost] = useState(false);

  useEffect(() => {
    async function refresh() {
      if (document.hidden) return;
      const answer = await fetch(`/share/${token}/alive`, { cache: "no-store" }).catch(() => null);
      const heard = answer !== null && answer.status < 500;
      setLost(!heard);
      if (heard) router.refresh();
    }
    const timer = setInterval(refresh, pauseMs);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router, token]);

  return <span role="status">{lost ? words.lost : words.refreshed}</span>;
}
