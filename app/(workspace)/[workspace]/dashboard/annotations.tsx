"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { AnnotateProps, Noted } from "./annotate.tsx";
import { AnnotationForm } from "./annotation-form.tsx";
import { words } from "./client-words.ts";

/** What is noted of the days shown, each to change and to remove by whoever may; and the form for one. */
export function Annotations({
  workspace,
  noted,
  today,
  mayShare,
  onDone,
}: AnnotateProps & { onDone: () => void }) {
  const [changed, change] = useState<Noted>();
  const t = words;
  return (
    <div className="grid gap-6">
      <AnnotationForm
        key={changed?.id ?? "new"}
        workspace={workspace}
        changed={changed}
        today={today}
        mayShare={mayShare}
        onDone={onDone}
      />
      {changed && (
        <Button size="small" variant="quiet" className="justify-self-start" onClick={() => change(undefined)}>
          {t("annotate.new")}
        </Button>
      )}
      {noted.length > 0 && (
        <section aria-label={t("annotate.list")}>
          <h3 className="mb-1 text-sm font-medium text-muted">{t("annotate.list")}</h3>
          <ul>
            {noted.map((one) => (
              <li
                key={one.id}
                className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-1.5"
              >
                <span>
                  <span className="text-muted tabular-nums">{one.said}</span> {one.text}{" "}
                  <span className="text-muted">
                    {one.shared ? one.by && t("annotate.by", { name: one.by }) : t("annotate.own")}
                  </span>
                </span>
                {one.mayChange && <Commands workspace={workspace} one={one} onChange={() => change(one)} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Commands({ workspace, one, onChange }: { workspace: string; one: Noted; onChange: () => void }) {
  const router = useRouter();
  const t = words;
  const remove = useMutation(
    useTRPC().annotation.remove.mutationOptions({
      onSuccess() {
        toast.success(t("annotate.removed"));
        router.refresh();
      },
      onError: ({ message }) => void toast.error(t("annotate.failed"), { description: message }),
    }),
  );
  return (
    <span className="flex gap-1">
      <Button
        size="small"
        variant="quiet"
        aria-label={t("annotate.changeOf", { text: one.text })}
        onClick={onChange}
      >
        {t("annotate.change")}
      </Button>
      <Button
        size="small"
        variant="quiet"
        aria-label={t("annotate.removeOf", { text: one.text })}
        onClick={() => remove.mutate({ workspace, annotationId: one.id })}
      >
        {t("annotate.remove")}
      </Button>
    </span>
  );
}
