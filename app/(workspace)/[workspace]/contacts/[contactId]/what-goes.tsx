"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Failure } from "#app/_ui/failure.tsx";
import { t } from "../words.ts";

const going = [
  ...(["comments", "messages", "notes", "files", "mailsOut", "mailsIn", "promises", "events"] as const),
];
const staying = ["scores", "asks", "cases"] as const;

/** How much goes when a customer is erased, and what stays as numbers. */
export function WhatGoes({ workspace, contactId }: { workspace: string; contactId: string }) {
  const { data, error } = useQuery(
    useTRPC().ownData.previewErasure.queryOptions({ workspace, contactId }, { staleTime: 0, gcTime: 0 }),
  );
  if (!data) {
    return error ? (
      <Failure>{error.message}</Failure>
    ) : (
      <p className="text-sm text-muted">{t("privacy.looking")}</p>
    );
  }
  const { goes, stays, waiting } = data;
  return (
    <div className="grid gap-3 text-sm">
      <section aria-labelledby="goes">
        <h3 id="goes" className="font-bold">
          {t("privacy.goes")}
        </h3>
        <ul className="list-disc pl-5">
          <li>{t("privacy.person")}</li>
          {going.map(
            (name) => goes[name] > 0 && <li key={name}>{t(`privacy.${name}`, { n: goes[name] })}</li>,
          )}
        </ul>
        {waiting > 0 && <p className="mt-1 text-muted">{t("privacy.waiting", { n: waiting })}</p>}
      </section>
      <section aria-labelledby="stays">
        <h3 id="stays" className="font-bold">
          {t("privacy.stays")}
        </h3>
        <ul className="list-disc pl-5">
          {staying.map(
            (name) => stays[name] > 0 && <li key={name}>{t(`privacy.${name}`, { n: stays[name] })}</li>,
          )}
          <li>{t("privacy.kept")}</li>
        </ul>
      </section>
    </div>
  );
}
