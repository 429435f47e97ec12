"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Words } from "#app/_i18n/words.ts";

const pauseMs = 20_000;
/** A server that takes longer to say that it is there is away. */
const patienceMs = 10_000;

/**
 * Reads the page again every 20 seconds while somebody looks at it, and says when that does not work. The server is
 * asked first whether it is there: a router that is refreshed while a proxy answers for it would leave the page.
 */
export function KeepFresh({ token, words }: { token: string; words: Words<"refreshed" | "lost"> }) {
  const router = useRouter();
  const [lost, setLost] = useState(false);

  useEffect(() => {
    let asked = new AbortController();
    async function refresh() {
      if (document.hidden) return;
      asked.abort();
      const own = new AbortController();
      asked = own;
      const patience = setTimeout(() => own.abort(), patienceMs);
      const answer = await fetch(`/share/${token}/alive`, { cache: "no-store", signal: own.signal })
        .catch(() => null)
        .finally(() => clearTimeout(patience));
      if (own !== asked) return;
      const heard = answer !== null && answer.status < 500;
      setLost(!heard);
      if (heard) router.refresh();
    }
    const timer = setInterval(refresh, pauseMs);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      asked.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router, token]);

  return <span role="status">{lost ? words.lost : words.refreshed}</span>;
}
