"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { languageText } from "#app/_i18n/format.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { Template } from "#server/template/queries.ts";
import { ruleNames, t } from "./words.ts";

type EndTemplateDialogProps = {
  workspace: string;
  template: Template;
  /** The rules that send it by themselves, and those that suggest it. */
  sentBy: readonly string[];
  suggestedBy: readonly string[];
};

/** Asks once more, and says what rules do without it, then ends a template. */
export function EndTemplateDialog({ workspace, template, sentBy, suggestedBy }: EndTemplateDialogProps) {
  const { id, name, locale } = template;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const end = useMutation(
    useTRPC().template.end.mutationOptions({
      onError: (error) => toast.error(error.message),
      onSuccess: () => toast.success(t("ended")),
      onSettled() {
        setOpen(false);
        router.refresh();
      },
    }),
  );
  return (
    <Dialog
      title={t("endNamed", { name })}
      description={
        <>
          <p>{t("endText")}</p>
          {sentBy.length > 0 && (
            <p className="mt-2">{t("endSent", { ...ruleNames(sentBy), language: languageText(locale) })}</p>
          )}
          {suggestedBy.length > 0 && <p className="mt-2">{t("endSuggested", ruleNames(suggestedBy))}</p>}
        </>
      }
      closeLabel={t("close")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" aria-label={t("endNamed", { name })}>
          {t("end")}
        </Button>
      }
    >
      <Button
        variant="danger"
        aria-disabled={end.isPending || undefined}
        onClick={() => !end.isPending && end.mutate({ workspace, id })}
      >
        {t("end")}
      </Button>
    </Dialog>
  );
}
