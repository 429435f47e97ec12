"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared } from "../_settings/words.ts";
import { t } from "./words.ts";

type MergeDialogProps = {
  workspace: string;
  cause: { id: string; name: string };
  /** Those that it can become a part of. */
  others: readonly { id: string; path: string }[];
  onClose(): void;
};

/** Asks of which cause this one becomes a part. */
export function MergeDialog({ workspace, cause, others, onClose }: MergeDialogProps) {
  const router = useRouter();
  const merge = useMutation(
    useTRPC().cause.merge.mutationOptions({
      onSuccess() {
        toast.success(t("merged"));
        onClose();
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(merge.error, shared("unreachable"));
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    merge.mutate({ workspace, id: cause.id, into: typed(new FormData(event.currentTarget), "into") });
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("mergeNamed", { name: cause.name })}
      description={t("mergeText")}
      closeLabel={t("close")}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        <Field name="into" label={t("into")} error={problemAt(problems, "into")}>
          {(control) => (
            <Select {...control} defaultValue="">
              <option value="">{t("choose")}</option>
              {others.map(({ id, path }) => (
                <option key={id} value={id}>
                  {path}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <SubmitButton pendingLabel={t("merging")} pending={merge.isPending} className="justify-self-start">
          {t("mergeSubmit")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
