"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import type { NamedCase } from "../_act/acting.tsx";
import { focusFirst } from "../_act/focus-first.ts";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";
import { OpenPromiseItem } from "./open-promise.tsx";

type BeforeClosingProps = {
  cases: readonly NamedCase[];
  /** What is filled in to close those that have no open promise. */
  children: ReactNode;
};

/**
 * What stands against closing some cases: open promises, each with its ways out. Below it, as long as one of them can be
 * closed, what is filled in to close it.
 */
export function BeforeClosing({ cases, children }: BeforeClosingProps) {
  const t = words();
  const { workspace } = useActing();
  const caseIds = cases.map(({ id }) => id);
  const open = useQuery(
    useTRPC().promise.open.queryOptions({ workspace, caseIds }, { staleTime: 0, gcTime: 0 }),
  );
  if (open.isPending) return <p className="text-muted">{t("promise.looking")}</p>;
  const promises = open.data ?? [];
  const kept = cases.filter(({ id }) => promises.some(({ caseId }) => caseId === id));

  return (
    <>
      {promises.length > 0 && (
        <section ref={focusFirst} aria-label={t("promise.open")} className="mb-5">
          <p role="status" className="mb-3 text-sm">
            {t(cases.length === 1 ? "promise.first" : "promise.firstMany", { n: kept.length })}
          </p>
          {kept.map((one) => (
            <div key={one.id} className="mb-3">
              {cases.length > 1 && <h3 className="mb-1 text-sm font-medium">{one.name}</h3>}
              <ul>
                {promises
                  .filter(({ caseId }) => caseId === one.id)
                  .map((promise) => (
                    <OpenPromiseItem
                      key={promise.id}
                      promise={promise}
                      onChanged={() => void open.refetch()}
                    />
                  ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      {kept.length < cases.length && children}
    </>
  );
}
