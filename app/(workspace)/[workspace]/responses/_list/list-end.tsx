"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "#app/_ui/button.tsx";
import { PaginationLink } from "#app/_ui/pagination-link.tsx";
import { words } from "../words.ts";
import type { Answers } from "./use-answers.ts";
import { useHydrated } from "./use-hydrated.ts";

const ahead = "800px";

/** What comes after the last row: more while one scrolls there, or a link to the next page where no script runs. */
export function ListEnd({ answers, older }: { answers: Answers; older: string | null }) {
  const t = words();
  const end = useRef<HTMLDivElement>(null);
  const hydrated = useHydrated();
  const read = useEffectEvent(() => void answers.readMore());
  const waits = hydrated && answers.next !== null && answers.state === "ready";

  // Watched anew after each page: what is still in sight then asks for the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!waits || !end.current) return;
    // A busy browser tells of several moments at once; only the last says how it is now.
    const watch = new IntersectionObserver((moments) => moments.at(-1)?.isIntersecting && read(), {
      rootMargin: ahead,
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [waits, answers.next]);

  if (!hydrated) {
    return (
      older && (
        <div className="mt-4">
          <PaginationLink rel="next" label={t("older")} href={older} />
        </div>
      )
    );
  }
  return (
    <div ref={end} role="status" className="mt-4 min-h-9 text-sm text-muted">
      {answers.state === "reading" && t("loading")}
      {answers.state === "failed" && (
        <span className="inline-flex flex-wrap items-center gap-3">
          {t("loadFailed")}
          <Button onClick={() => void answers.readMore()}>{t("again")}</Button>
        </span>
      )}
      {answers.next === null && answers.rows.length > 50 && t("end")}
    </div>
  );
}
