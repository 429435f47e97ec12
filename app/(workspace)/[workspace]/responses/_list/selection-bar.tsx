"use client";

import { useMutation } from "@tanstack/react-query";
import { Download, MessagesSquare, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { buttonClass } from "#app/_ui/button-class.ts";
import { Icon } from "#app/_ui/icon.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { mostSelected } from "#server/response/rules.ts";
import type { Sort } from "#server/response/schema.ts";
import { words } from "../words.ts";
import type { Selection } from "./use-selection.ts";

type SelectionBarProps = { workspace: string; selection: Selection; sort: Sort; mayOpenCases: boolean };

/** What can be done with the rows that are selected, at the lower edge while there are any. */
export function SelectionBar({ workspace, selection, sort, mayOpenCases }: SelectionBarProps) {
  const t = words();
  const router = useRouter();
  const trpc = useTRPC();
  const ids = [...selection.ids];
  const open = useMutation(
    trpc.case.open.mutationOptions({
      onSuccess({ opened, there, nobody }) {
        const details = [
          there > 0 && t("selection.there", { n: there }),
          nobody > 0 && t("selection.nobody", { n: nobody }),
        ];
        toast.success(t("selection.opened", { n: opened.length }), {
          description: details.filter(Boolean).join(" ") || undefined,
        });
        selection.set([]);
        router.refresh();
      },
      onError: (error) => toast.error(t("selection.failed"), { description: error.message }),
    }),
  );
  const file = new URLSearchParams([["sort", sort], ...ids.map((id) => ["id", id])]);
  return (
    <>
      <p role="status" className="sr-only">
        {ids.length > 0 && t("selection.count", { n: ids.length })}
      </p>
      {ids.length > 0 && (
        <section
          aria-label={t("selection.bar")}
          className="sticky bottom-4 z-20 mt-4 flex w-fit animate-appear flex-wrap items-center gap-2 rounded-sheet border border-line on-surface bg-surface py-2 pr-2 pl-4 shadow-float max-md:bottom-20 print:hidden"
        >
          <span className="mr-2 text-sm font-medium tabular-nums">
            {t(ids.length === mostSelected ? "selection.most" : "selection.count", { n: ids.length })}
          </span>
          {mayOpenCases && (
            <Button disabled={open.isPending} onClick={() => open.mutate({ workspace, responseIds: ids })}>
              <Icon of={MessagesSquare} />
              {t("selection.open")}
            </Button>
          )}
          <a href={`/${workspace}/responses/export?${file}`} className={buttonClass({})}>
            <Icon of={Download} />
            {t("selection.export")}
          </a>
          <IconButton icon={X} label={t("selection.clear")} onClick={() => selection.set([])} />
        </section>
      )}
    </>
  );
}
