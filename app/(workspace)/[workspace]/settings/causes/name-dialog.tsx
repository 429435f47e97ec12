"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared } from "../_settings/words.ts";
import { t } from "./words.ts";

type NameDialogProps = {
  workspace: string;
  /** The cause that gets another name, or beneath which there is to be a new one (null: of the first level). */
  asked: { id: string; name: string } | { parentId: string | null };
  title: string;
  description?: string;
  onClose(): void;
};

/** Asks for a cause's name, an old one's or a new one's. */
export function NameDialog({ workspace, asked, title, description, onClose }: NameDialogProps) {
  const router = useRouter();
  const trpc = useTRPC();
  const done = (words: string) => ({
    onSuccess() {
      toast.success(words);
      onClose();
      router.refresh();
    },
  });
  const add = useMutation(trpc.cause.add.mutationOptions(done(t("added"))));
  const rename = useMutation(trpc.cause.rename.mutationOptions(done(t("renamed"))));
  const used = "id" in asked ? rename : add;
  const problems = problemsOf(used.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = typed(new FormData(event.currentTarget), "name");
    if ("id" in asked) rename.mutate({ workspace, id: asked.id, name });
    else add.mutate({ workspace, parentId: asked.parentId, name });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      closeLabel={t("close")}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        <Field name="name" label={t("name")} hint={t("nameHint")} error={problemAt(problems, "name")}>
          {(control) => (
            <TextInput
              {...control}
              autoFocus
              defaultValue={"id" in asked ? asked.name : ""}
              maxLength={60}
              autoComplete="off"
              required
            />
          )}
        </Field>
        <SubmitButton pendingLabel={t("saving")} pending={used.isPending} className="justify-self-start">
          {t("save")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
