"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Section } from "#app/_ui/section.tsx";
import { t } from "../../_campaigns/words.ts";
import { Outlook } from "./outlook.tsx";

/** Who would be asked by the draft as it is saved; counted again after every save. */
export function Ahead({ workspace, id, saves }: { workspace: string; id: string; saves: number }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const query = trpc.campaign.lookAhead.queryOptions({ workspace, id });
  const { data, isError, isFetching } = useQuery({ ...query, placeholderData: keepPreviousData });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a save is what asks for a new count
  useEffect(() => {
    if (saves > 0) client.invalidateQueries({ queryKey: query.queryKey });
  }, [saves]);

  return (
    <Section title={t("ahead.title")} space="none">
      <div aria-live="polite" aria-busy={isFetching}>
        {data && <Outlook ahead={data} />}
        {!data && <p className="text-muted">{t(isError ? "ahead.failed" : "ahead.wait")}</p>}
      </div>
    </Section>
  );
}
